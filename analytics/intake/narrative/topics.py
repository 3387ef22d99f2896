"""What words around a number make it a figure of which indicator. Order does not matter: the nearest wording wins.

``words`` has to stand in the number's own phrase, ``never`` must not; ``around`` has to stand in the sentence (or
the one before) where the phrase alone could mean anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LAW = r"(?:▣|法治|法制|法律|普法|依法|宪法|民法典|法规|学法|执法|司法|[讲说释]法)"
OF_THE_LAW = re.compile(r"法治|普法|法制|法律(?!明白人|顾问)")
"""Words that make a thing one of this work rather than of any other."""
_PUBLIC = r"(?:法治|法律|普法|法制)"
_LEADERS = r"(?:主要负责(?:人|同志)|主要领导|书记|[镇乡]长|主任|责任人|正职|把手)"
_SCHOOL = r"(?:学校|校园|中小学|小学|中学|各校|幼儿园)"
_AUDIENCES = rf"{_SCHOOL}|学生|青少年|师生|开学|企业|机关|工地|商户|园区|寺"
OTHER_WORK = re.compile(
    r"安全生产|消防|防汛|防火|环保|环境|乡村振兴|医保|禁毒|反诈|反电诈|诈骗|溺水|交通|扫黑|食品|疫情|征兵|养老|就业|反邪教|"
    r"未成年人保护|计生|农技|技能|国家安全|保密|廉政|党建|"
    r"企业|工地|商户|妇女|老年|残疾|农民工|退役|涉企|劳资|婚姻|家暴|邻里|山林|土地|物业|医患|景区|寺庙"
)
"""Other lines of work, single groups and sorts: what is counted for them alone is a part at most."""
LISTED = re.compile(r"、[^、]{1,12}(?:、|等)|等(?:各类|各种|系列|多)?")


@dataclass(frozen=True)
class Topic:
    """The wording of one indicator in prose."""

    indicator: str
    words: re.Pattern[str]
    never: re.Pattern[str] | None = None
    around: re.Pattern[str] | None = None
    narrow: bool = False
    """Whether naming another line of work makes it a part: 禁毒宣传资料 are not all leaflets."""


def _topic(indicator: str, words: str, never: str = "", around: str = "", *, narrow: bool = False) -> Topic:
    return Topic(
        indicator,
        re.compile(words),
        re.compile(never) if never else None,
        re.compile(around) if around else None,
        narrow,
    )


_MEETING = r"(?:专题会议?|工作会议?|部署会议?|推进会议?|领导小组会议?|委员会会议?|联席会议?|调度会议?|党委会议?|党工委会议?|班子会议?|协调会|例会|会议)"

TOPICS = (
    _topic("leadership_meetings", rf"(?:法治|依法治|依法行政|普法)[^，]{{0,16}}?{_MEETING}|{_MEETING}[^，]{{0,16}}?(?:法治|依法治|依法行政|普法)[^，]*|"
           r"(?:专题|研究)(?:研究|部署)[^，]{0,8}(?:法治|普法|依法治)[^，]*", r"学习会|专题学习|培训|研讨|学法|旁听|列席|听取|(?:参加|出席)[^，]{0,6}[省市县区上]|[省市县区]委|学习(?:法|宪|民|▣)|议题[^，]{0,4}学习|会(?:传达)?学习|联席会.*信访", narrow=True),
    _topic("leadership_meetings", r"专题部署会|部署会|推进会|领导小组会议|专题会议?", r"学习会|培训|研讨|学法|学习|列席", rf"{LAW}", narrow=True),
    _topic("leadership_meetings", r"^[，]?领导小组(?:共|全年|先后|累计)*(?:召开|开)?(?:专题|全体)?会议?$"),
    _topic("leader_study", rf"{_LEADERS}[^。；]*?带头[^，]*?(?:学习|学法)[^，]*", r"成员|干部职工"),
    _topic("leader_study", r"带头[^，]{0,6}(?:学习|学法)[^，]*", r"成员|干部职工", _LEADERS),
    _topic("leader_lectures", rf"(?:带头|{_LEADERS}|领导)[^，]*?(?:讲授?|授|上)[^，]{{0,8}}(?:法治课|党课|专题辅导)|法治(?:专题)?党课|专题辅导", r"学生|校|廉政"),
    _topic("leader_lectures", r"(?:讲授?|授|上)[^，]{0,10}法治[^，]{0,4}课", r"学生|校|村民|群众", _LEADERS),
    _topic("reports_heard", rf"听取[^，]{{0,24}}{LAW}[^，]{{0,14}}(?:汇报|报告)|法治[^，]{{0,8}}(?:督察|督查|督导)[^，]*"),
    _topic("reports_heard", r"听取[^，]{0,8}汇报$", r"安全|信访|项目|环境", rf"{LAW}[^‖]*$"),
    _topic("reports_heard", r"专项(?:督查|督导|督察)", "", LAW, narrow=True),
    _topic("accountability_reports", r"(?:书面)?述法[^，]*", r"率|评议"),
    _topic("issues_resolved", r"(?:解决|整改)[^，]{0,6}(?:重点|难点|涉法|法治|关键)[^，]{0,10}[问难]题|(?:研究解决|解决|整改)(?:了)?(?:的)?问题|研究解决[^，]{0,10}[问难]题|研究(?:解决)?[^，]{0,4}涉法[^，]{0,4}(?:问题|事项)", r"隐患|安全|环境|信访|民生|诉求"),
    _topic("issues_resolved", r"涉法[^，]{0,6}(?:问题|事项)$", r"信访|民生", r"解决"),
    _topic("funds_invested", r"(?:普法|法治(?:政府)?(?:建设|宣传|工作)?|法律顾问|依法治[镇乡])[^，]{0,10}(?:经费|资金|费用)|法律顾问(?:服务)?费|(?:法治|普法|依法治[镇乡])[^，]{0,8}投入|(?:经费|资金)[^，]{0,8}用于[^，]{0,8}(?:法治|普法)[^，]*|^[^，]*用于[^，]{0,8}(?:法治|普法)[^，]*", r"罚|赔|救助|预算|标准"),
    _topic("central_group_study", r"中心组[^，]{0,30}?(?:学法|学习[^，]*?(?:▣|法|规|条例)|法治[^，]{0,20}学习)[^，]*", r"研讨|讲座|培训"),
    _topic("central_group_study", r"中心组(?:\(扩大\))?(?:开展|组织|进行)?(?:了)?(?:专题|集中|集体)?学习(?:会)?(?:共|共计|累计)?$", r"研讨|讲座|培训", r"(?:法治|学法|▣)[^‖]*中心组[^‖]*$"),
    _topic("central_group_study", r"(?:专题|集中|集体)学(?:习|法)(?:会)?(?:共|共计|累计)?$", r"研讨|讲座|培训|干部|职工", rf"(?:{LAW}[^‖]*中心组|中心组[^‖]*{LAW})[^‖]*$"),
    _topic("central_group_study", r"法治(?:专题|主题)学习$", r"研讨|讲座|培训", r"中心组"),
    _topic("collective_study", r"(?:干部|职工|机关|班子|全体|工作人员|会前|党员|镇村)[^，]{0,24}?学法(?!考|用)[^，]*|(?:干部|职工|机关|班子|全体|工作人员|会前|党员|镇村|组织)[^，]{0,16}?学习[^，]*?(?:▣|法律|法规|条例|党内法规|[民刑宪]法|法治)[^，]*|会前学法[^，]*|会[上前中]学习[^，]*?(?:▣|法律|法规|条例)[^，]*|集[体中]学法[^，]*|集中学习[^，]*?(?:法律|法规|法治)[^，]*|(?:法律|法规|法治)[^，]{0,8}集[中体]学习",
           r"中心组|培训|考试|测试|研讨|讲座|旁听|带头|学校|学生|村民|入户|宣讲"),
    _topic("seminars", r"(?:专题|学习|法治|集中)?(?:研讨|交流研讨|研讨交流)[^，]*", r"论文|培训|学习研讨$"),
    _topic("legal_lectures", rf"{LAW}[^，]{{0,12}}?(?:专题)?(?:讲座|大讲堂)[^，]*", rf"党课|{_SCHOOL}|学生|青少年|带头", narrow=True),
    _topic("legal_lectures", r"(?:专题)?讲座", rf"党课|健康|{_SCHOOL}|学生|青少年|带头", rf"{LAW}|法院|法官|检察", narrow=True),
    _topic("backbone_trainings", r"(?:普法骨干|骨干|法律明白人|明白人)[^，]{0,10}(?:培训|轮训)[^，]*", r"调解员|网格员"),
    _topic("training_attendance", r"(?:培训|参训|轮训)[^，]*", r"期|场|考核|证|执法", rf"{LAW}|骨干|明白人", narrow=True),
    _topic("training_attendance", r"^，?(?:参加|参训|到场|听课)", r"执法", rf"(?:{LAW}|骨干|明白人)[^，；‖]*(?:培训|轮训)[^，；‖]*，[^，；‖]*$"),
    _topic("law_exam_participants", r"(?:学法|法律|法治|普法|如法网|无纸化|法律知识)[^，]{0,12}(?:考试|测试|考法|测评)[^，]*", r"率|合格|通过|执法"),
    _topic("court_hearings_attended", r"旁听[^，]{0,12}(?:庭审|案件|开庭)[^，]*|庭审[^，]{0,4}旁听[^，]*|旁听", r"率|带头|直播"),
    _topic("publicity_events", rf"{_PUBLIC}[^，]{{0,12}}?(?:宣传|宣讲宣传|普及)(?:[^，]{{0,8}}活动)?|普法(?:[^，]{{0,6}}活动)|法律服务宣传活动",
           rf"{_SCHOOL}|进村|入户|进企业|进机关|进社区|资料|手册|横幅|标语|短视频|公众号|培训|骨干|学生|寺|工地", narrow=True),
    _topic("publicity_events", r"(?:法[律治]|普法)[六七八]?进(?:系列|主题)?(?:宣传|普法)?活动$", "资料"),
    _topic("publicity_events", r"集中宣传(?:活动)?$", r"资料", LAW, narrow=True),
    _topic("village_talks", r"(?:进村|入户|下村|入村|到村|走村|各村|村居|村组|村庄|院坝|村)[^，]{0,24}?宣讲[^，]*|宣讲[^，]{0,8}(?:进村|入户|到村)[^，]*|"
           r"(?:法治|法律|普法)[^，]{0,6}?宣讲(?!宣传|员)|法律进(?:乡村|村)[^，]*", rf"{_AUDIENCES}|资料|培训", narrow=True),
    _topic("village_talks", r"宣讲场?次?$", rf"{_AUDIENCES}|资料", r"骨干|法治|普法|法律|民法典|▣", narrow=True),
    _topic("school_events", rf"(?:法[治律制]|普法|送法|宪法)[^，]{{0,6}}进(?:{_SCHOOL})[^，]*|{_SCHOOL}[^，]{{0,24}}?(?:普法|送法|法[治律制](?:宣传|教育|知识))[^，]*",
           r"课程|授课|上课|法[治律]课|讲座|资料|手册|读本|竞赛", narrow=True),
    _topic("school_law_classes", rf"(?:法治|法制|普法|法律)课[^，]*|(?:副校长|{_SCHOOL})[^，]*?(?:授课|讲课|上课)[^，]*", r"党课|带头|村民|进村"),
    _topic("leaflets", r"(?:发放|散发|派发|分发|赠送|发送|送出|发出)[^，]*?(?:宣传|普法|法律|法治|民法典|宪法)[^，]*?(?:资料|手册|宣传单|单页?|宣传册|册子?|传单|折页|读本|材料|海报|明白卡|读物|书籍|宣传品)[^，]*|(?:发放|散发|派发|分发)(?:各类|各种)?(?:普法|法治|法律|宣传)?(?:资料|手册|传单|宣传册|宣传单|小册子|折页)",
           r"物资|公告|告知书|制作", narrow=True),
    _topic("leaflets", r"(?:发放|散发|派发|分发|赠送)[^，]{0,10}?(?:手册|折页|传单|读本)[^，]*", r"物资|公告|告知书|制作|健康|工作手册", LAW, narrow=True),
    _topic("leaflets", r"宣传(?:资料|手册|单|册|折页|材料)[^，]*", r"物资|公告|告知书|制作|订购|印制", r"发放|散发|派发|分发|发出|送", narrow=True),
    _topic("leaflets", r"印发[^，]{0,16}(?:资料|手册|传单|宣传单|折页|读本)|印发(?:各类|各种)?(?:普法|法治|法律)?(?:宣传)?(?:资料|手册|传单|宣传单|折页)|(?:资料|手册|读本|折页|宣传册|宣传单)[^，]{0,6}(?:发放|派发|散发)$", r"物资|公告|告知书|工作手册", rf"{LAW}|宣传", narrow=True),
    _topic("leaflets", r"(?:发放|散发|派发|分发|赠送|^)[^，]{0,6}▣(?:等)?(?:[^，]{0,4}(?:读本|手册|单行本|法律书籍))?$", r"物资|公告|告知书|制作|订购|印制|购买|学习", r"发放|散发|派发|分发|赠送"),
    _topic("leaflets", r"(?:手册|读本|折页|传单|宣传单|宣传页|明白卡)$", r"物资|公告|告知书|制作|订购|印制|购买|健康|工作手册", rf"^(?=[\s\S]*(?:发放|散发|派发|分发|赠送))[\s\S]*(?:{LAW}|宣传)", narrow=True),
    _topic("people_served", r"解答[^，]{0,6}(?:法律)?问题[^，]*|问(?:的)?(?:法律|政策)[^，]{0,4}(?:问题)?[^，]*|(?:法律|群众|法治|提供|解答|接受|接待|现场|各类)[^，]{0,8}?咨询[^，]*|咨询服务[^，]*|法律服务[^，]*|法律援助咨询", r"企业|活动|窗口|热线|活动日|医|就业|政策咨询", narrow=True),
    _topic("people_served", r"服务群众", r"活动|办件|志愿", LAW, narrow=True),
    _topic("people_reached", r"(?:受教育|受众|受益|惠及|教育|覆盖|普及)(?:群众|人[员数次群]?|居民|村民)?[^，]{0,6}|群众[^，]{0,6}(?:受教育|受到?[^，]{0,4}教育)", r"师生|学生|青少年|干部|党员|职工|企业|培训|咨询|参训|服务|调解|人口|户", narrow=True),
    _topic("banners", r"(?:横幅|标语|条幅|宣传画|挂图)[^，]*", ""),
    _topic("culture_sites", r"(?:法治(?:文化|宣传|主题)?|普法|宪法|民法典)[^，]{0,6}?(?:阵地|广场|长廊|公园|文化墙|游园|一条街|走廊|驿站)[^，]*", r"新建|新增|新打造|打造|改造|升级|更新|提升|维修|今年|本年|示范"),
    _topic("new_media_posts", r"(?:公众号|新媒体|微信|微博|抖音|视频号|平台|朋友圈)[^，]*?(?:推送|发布|转发|推出|刊发|发文|普法|信息)[^，]*|(?:推送|发布|转发)[^，]{0,6}(?:普法|法治|法律)[^，]{0,8}(?:信息|推文|文章|知识|资讯|内容|作品)?", r"视频(?!号)|直播|公开", LAW, narrow=True),
    _topic("new_media_posts", r"(?:普法|法治|法律)[^，]{0,4}(?:信息|推文|文章|知识|资讯)$", r"视频(?!号)|直播|公开", r"公众号|新媒体|微信|微博|抖音|视频号|朋友圈"),
    _topic("short_videos", r"(?:短视频|微视频|小视频|普法视频|微电影|直播)[^，]*", r"播放|观看|收看|浏览|点击|转发", LAW, narrow=True),
    _topic("mock_courts", r"(?:模拟法庭|情景剧|情景模拟)[^，]*", "观看|观摩|播放"),
    _topic("law_performances", r"(?:法治|普法|法律)[^，]{0,6}?(?:文艺|戏曲|小戏|曲艺|演出|汇演|小品|快板)[^，]*|文艺(?:汇演|演出)", "", LAW),
    _topic("law_performances", r"演出?$", "", r"(?:法治|普法|法律)[^，‖]{0,8}(?:戏|曲艺|文艺|小品|快板|节目|山歌|情景)[^‖]*$"),
    _topic("case_talks", r"以案[释说普][法理]?[^，]*|案例(?:讲解|宣讲|说法)[^，]*", ""),
    _topic("law_savvy_persons", r"法律明白人", r"新增|新培|新选|新发展|培训|参训|增加|示范|考核|户"),
    _topic("legal_advisers", r"法律顾问", r"服务|经费|费用|新增|续聘|审查|提供|参与"),
    _topic("legal_reviews", r"(?:合法性(?:审查|审核))[^，]*|重大[^，]{0,8}决策[^，]{0,14}(?:审查|审核)[^，]*", r"率"),
    _topic("legal_reviews", r"重大[^，]{0,6}(?:决策|事项)(?:事项)?(?:审查|审核)?$", r"率|评估", r"审查|审核|把关"),
    _topic("contract_reviews", r"(?:审查|审核|把关|审定)[^，]{0,10}(?:合同|协议)[^，]*|(?:合同|协议)[^，]{0,16}?(?:审查|审核|合法性)[^，]*", r"^(?!.*(?:审查|审核|把关)).*签订"),
    _topic("contract_reviews", r"(?:合同|协议)(?:文本)?(?:审查|审核)?$", r"签订|履行|备案", r"审查|审核|把关|法律顾问"),
    _topic("normative_documents", r"规范性文件", r"清理|废止|备案|审查|审核|学习|评估"),
    _topic("certified_officers", r"持证(?:人员|上岗)?(?:人数)?$", r"新增|新办|新取得|考试|辅助|换发|培训|率|教师|医|电工", r"执法"),
    _topic("certified_officers", r"(?:持证|持有?|具有|具备)[^，]{0,10}执法[^，]*|执法[^，]{0,8}持证[^，]*|执法资格[^，]{0,4}人员|(?:均|全部|共)[^，]{0,4}取得[^，]{0,8}执法[^，]*", r"新增|新办|新取得|新考|考试|辅助|换发|培训|率"),
    _topic("certified_officers", r"取得[^，]{0,8}执法(?:资格)?证[^，]*", r"新增|新办|新取得|新考|考试|辅助|换发|培训|率", r"(?:共有?|现有|已有)(?:[^，]{0,8}人员)?(?:已|均)?取得[^，]*$"),
    _topic("enforcement_trainings", r"执法[^，]{0,14}?(?:培训|轮训)[^，]*", r"学时|人次"),
    _topic("penalty_cases", r"行政处罚[^，]{0,10}", r"金额|听证|公示|审核|评查|不予|免予|轻微|复议|诉讼|罚款|移送|程序"),
    _topic("disputes_screened", r"排查(?!化解|调处|和?化解|整治)[^，]{0,14}?(?:矛盾|纠纷)[^，]*|(?:矛盾|纠纷)[^，]{0,4}排查(?!化解|调处)[^，]*", r"隐患排查|排查化解|重大|婚姻|劳资|宅基地", narrow=True),
    _topic("disputes_screened", r"^[，、]?(?:共|累计|全年)*排查(?:出)?$", "", r"矛盾|纠纷"),
    _topic("disputes_mediated", r"(?:调解|调处|化解|解结)[^，]*|(?:矛盾|纠纷)[^，]{0,10}(?:调解|调处|化解|解决)[^，]*", r"率|信访|积案|未(?!成年)|正在|(?:人民调解员|调解员|调委会|调解组织)$|涉企|重大|婚姻|劳资|宅基地|司法确认", r"矛盾|纠纷|调委会|人民调解", narrow=True),
    _topic("petitions_handled", r"来信来访|(?:办理|处理|受理|办结|接收|处置)[^，]{0,10}信访[^，]*|信访[^，]{0,8}(?:办理|处理|办结|受理)[^，]*|信访(?:件|事项|案件)", r"接访|网上|来信(?!来访)|(?<!来信)来访|转交办|转办|人次|积案|化解|率|热线|减少|下降"),
    _topic("litigation_cases", r"行政(?:诉讼|应诉)[^，]{0,6}", r"出庭|败诉|胜诉|旁听|民事|[一二再]审|纠错|减少|下降|裁定|判决"),
    _topic("head_court_appearances", r"(?:负责人|领导|[镇乡]长|书记|主任|行政机关)[^，]{0,8}出庭[^，]*|出庭应诉[^，]*", r"率|律师|代理人|旁听"),
    _topic("reconsideration_cases", r"行政复议[^，]{0,8}", r"纠错|败诉|维持|撤销|答复|驳回|减少|下降|出庭"),
    _topic("lost_cases", r"败诉[^，]{0,6}|纠错[^，]{0,6}", r"率"),
    _topic("info_disclosed", r"公开[^，]{0,12}?(?:信息|政务|政府|党务)[^，]*|(?:政务|政府|党务)信息[^，]{0,6}公开[^，]*", r"依申请|转载|财务|村务|申请"),
)  # fmt: skip

RATES = {
    "参学率": "law_exam_study_rate", "参考率": "law_exam_attendance_rate", "参试率": "law_exam_attendance_rate",
    "通过率": "law_exam_pass_rate", "考试合格率": "law_exam_pass_rate", "合格率": "law_exam_pass_rate", "考试通过率": "law_exam_pass_rate",
}  # fmt: skip
"""Rates by the name they carry in prose."""
RATE = re.compile("|".join(sorted(RATES, key=len, reverse=True)))

STOCK_FLOW = re.compile(r"新增|新培育|新培养|新发展|新聘|新建|新取得|新选|增加(?!到|至|为)")
"""Words that make a number a change of a stock, not its level."""

SCHOOL = re.compile(rf"{_SCHOOL}|师生|学生|青少年")
PEOPLE_PART = re.compile(r"师生|学生|青少年")
STAFF = re.compile(r"干部|职工|机关|全体|班子|会前|工作人员")
CENTRAL = re.compile(r"中心组|中组学习|党委理论学习")
OTHER_PLACES = re.compile(r"[各进入]村|村民|社区|企业|机关|集市|赶集|群众|家庭|商[户铺]")
EVERYWHERE = re.compile(r"进[^，、]{1,4}、[^，]{0,3}进|六进|七进|八进")
TO_PUPILS = re.compile(rf"{_SCHOOL}|学生|校长|青少年|同学|师生|[进到]校")
LEADERS = re.compile(rf"{_LEADERS}|领导|带头")
