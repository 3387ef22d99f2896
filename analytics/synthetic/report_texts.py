"""What townships of the sample county write in their yearly reports on 2024 and 2025, every one in its own words.

[indicator:#份] is the figure the township returned, with its unit; [indicator:9场] a number the report alone gives;
{theme:words} a stated shortfall, <words> a plan for the next year, @ the township. A line that begins with # is a heading.
"""

from __future__ import annotations

FIRST_2024 = """
按照年初的安排，现将@2024年度法治政府建设的情况报告如下。
# 一、主要做法
（一）学在前头。镇党委理论学习中心组集中学法[central_group_study:#次]，机关干部集体学习法律法规[collective_study:#次]，请县里的老师来镇上办法治讲座[legal_lectures:#场]。
（二）讲到村头。全年开展法治宣传活动[publicity_events:#场次]，普法骨干进村入户宣讲[village_talks:#场次]，发放普法宣传资料[leaflets:#份]，拍摄普法短视频[short_videos:#个]。
（三）管在源头。法律顾问审查合同[contract_reviews:#份]，排查矛盾纠纷[disputes_screened:#件]，调解矛盾纠纷[disputes_mediated:#件]。
# 二、党政主要负责人履行职责的情况
镇党委书记、镇长主持召开法治建设专题会议[leadership_meetings:#次]，带头学法[leader_study:#次]，难办的事情自己到场。
# 三、存在的不足
一是{other:台账记得不细，查起来费时间}；二是{other:与邻近乡镇的交流偏少，好办法知道得晚}。
# 四、2025年的打算
一是<全年开展法治宣传活动36场>；二是<机关干部集体学习法律法规不少于20次>；三是<给各村调解室挂牌，配齐调解台账>。
"""

FIRST_2025 = """
这一年，@把讲规矩、守规矩当作家常事来办，大事先问合不合法，小事先问公不公道。现将2025年度法治政府建设情况报告如下。
# 一、这一年办了哪些事
领导班子先学一步。镇党委理论学习中心组围绕宪法和民法典学法[central_group_study:#次]，谁缺课谁补课，补课的笔记由纪委书记来看；镇村干部利用周五下午集中学习法律法规[collective_study:#次]，学完就在会议室里答题，答错的当场讲明白。
把道理送到院坝里。逢场天、农闲时和返乡的时节，是说法的好时候，全年开展法治宣传活动[publicity_events:#场次]，散发普法宣传资料[leaflets:#份]，还到学校开展法治进校园活动[school_events:#场]，让孩子把听来的道理讲给爷爷奶奶听。
有了疙瘩趁早解。网格员每天到院落里走一圈，把邻里口角、地界不清、工钱拖欠这些苗头记下来，全年排查矛盾纠纷[disputes_screened:#件]，调解矛盾纠纷[disputes_mediated:#件]；各村调解室都挂了牌，调解台账也已配齐，谁来调的、怎么调的、过后有没有反复，翻开就看得见。
盖章以前多看一眼。对外签的合同先交法律顾问过目，全年审查合同[contract_reviews:#份]，看出毛病的退回去改，改好了再上会。
# 二、主要负责人怎样履职
主要负责人主持召开法治建设专题会议[leadership_meetings:#次]，议定的事情列成清单，办一件划掉一件，年底在干部大会上逐条交账。
# 三、存在的差距
一是{other:老办法用得多，年轻干部上手慢}；二是{other:档案分散在几个办公室，归拢得晚}。
# 四、2026年工作打算
一是<把散在各处的档案归到一间屋里>；二是<镇村干部集中学习法律法规24次>；三是<请老调解员带新调解员，一对一带满一年>。
"""

SECOND_2024 = """
@一年来依法办事的情况，报告如下。
# 一、工作情况
1.乡村干部学法。中心组学法[central_group_study:#次]，专题研讨[seminars:#次]，组织旁听庭审[court_hearings_attended:#次]，坐在旁听席上的体会比念文件深。
2.群众听法。围绕春耕、汛期、秋收几个时节开展普法宣传活动[publicity_events:#场次]，进村宣讲[village_talks:#场]，发放宣传资料[leaflets:#份]，拍摄普法短视频[short_videos:#部]，方言配音，老人也听得懂。
3.有事依法。排查矛盾纠纷[disputes_screened:#起]，化解矛盾纠纷[disputes_mediated:#起]，办理信访事项[petitions_handled:#件]，重大决策合法性审查[legal_reviews:#件]。
# 二、问题和困难
{other:山路远，几个偏村的会开得晚、消息到得迟}；{other:值班的律师来得少，有事要等}。
# 三、下一年打算
1.<拍摄普法短视频8部>。
2.<建设法治文化长廊2处>。
3.<请律师每月到偏村坐班一天>。
"""

SECOND_2025 = """
现把@2025年的法治政府建设工作向县委、县政府报告。
# 一、今年的成绩
法治文化阵地已有[culture_sites:#处]，今年添的两处都在赶集的必经路上，长廊下面摆了石凳，歇脚的人抬头就看见案例。
乡里的法律顾问看过的合同有厚厚一摞，全年审查合同[contract_reviews:#份]；主动公开政府信息[info_disclosed:#条]，村里的大喇叭念一遍，公示栏再贴一遍。
干部带着问题学，召开专题研讨会[seminars:#次]，举办法治讲座[legal_lectures:#场]。“法律明白人”在各村住着，乡亲有话愿意同他们讲，全乡法律明白人[law_savvy_persons:#名]。
律师坐班的牌子挂到了偏村，每月一天，雨雪不误。普法短视频又添新作，全年拍摄普法短视频[short_videos:#部]，演的是本地的人、本地的事。
纠纷的苗头，组长先知道，全年调处矛盾纠纷[disputes_mediated:#起]。
# 二、不足之处
{resources:普法经费不足，想办的事情常常等米下锅}；{other:外出的人多，留守的老人记不住新规定}。
# 三、明年工作安排
1.<动员在外的乡贤捐建法治书屋>。
2.<举办法治讲座10场>。
"""

FOURTH_2024 = """
根据县里的要求，@对2024年法治政府建设工作作了梳理，报告如下。
# 一、主要工作成效
党工委会议研究法治工作，召开法治建设专题会议[leadership_meetings:#次]；机关和社区干部集体学习法律法规[collective_study:#次]，举办法治讲座[legal_lectures:#次]，普法骨干培训班[backbone_trainings:#期]。
宣传不挑地方，楼道、工地、商圈都去，开展法治宣传活动[publicity_events:#场]，发放普法宣传资料[leaflets:#份]，受教育群众[people_reached:#人次]；法治进校园[school_events:#场次]，法治副校长上法治课[school_law_classes:#节]。
执法队伍持证执法人员[certified_officers:#名]，开展执法培训[enforcement_trainings:#次]，办理行政处罚案件[penalty_cases:#件]，没有一件被纠正。
# 二、存在的主要问题
（一）{publicity_innovation:普法宣传形式单一，多年还是发单子、拉横幅}。
（二）{other:社区与物业各说各的，小区里的事情落不到人}。
# 三、2025年工作思路
（一）<发放普法宣传资料1万份>。
（二）<法治进校园活动14场次>。
（三）<社区与物业每季度碰头，小区的事情分到人头>。
"""

FOURTH_2025 = """
@2025年法治政府建设年度报告，分三个部分。
# 第一部分　基本情况
全街道现有持证执法人员[certified_officers:#名]，村居法律明白人[law_savvy_persons:#名]。年内办理行政处罚案件[penalty_cases:#件]，审查合同[contract_reviews:#份]，处处留痕，件件能查。
学法成了上班的一部分。党工委理论学习中心组学法[central_group_study:#次]，交流研讨[seminars:#次]；旁听庭审[court_hearings_attended:#次]，回来写一页纸的心得。
到居民身边去。法治宣传活动[publicity_events:#场]，发放普法宣传资料[leaflets:#份]，法治进校园活动[school_events:#场次]，提供法律咨询[people_served:#人次]，问得最多的是租房、养老和欠薪。
社区与物业按季度碰头，小区的停车、漏水、噪声都分到了人头。排查矛盾纠纷[disputes_screened:#件]，化解矛盾纠纷[disputes_mediated:#件]。
# 第二部分　短板和不足
（一）{publicity_innovation:法治宣传缺乏新意，年轻人不爱看}。
（二）{other:老旧小区没有物业，碰头会请不到人}。
# 第三部分　2026年工作计划
（一）<法治宣传活动32场>。
（二）<为没有物业的小区请一名联络员>。
"""

FIFTH_2024 = """
@人口多、厂子多、外来的人多，依法办事是省心的办法。一年的情况如下。
# 一、做了什么
聘请律师驻镇，审查合同[contract_reviews:#份]，合法性审查[legal_reviews:#件]，没审过的一律不上会。
厂区夜校、村头讲堂同时开课，进村宣讲[village_talks:#场次]，开展法治宣传活动[publicity_events:#场次]，发放宣传资料[leaflets:#份]，新媒体推送普法信息[new_media_posts:#条]，以案释法[case_talks:#场]。
工资、工伤、宅基地是三大头，排查矛盾纠纷[disputes_screened:#件]，调解矛盾纠纷[disputes_mediated:#件]，九成在村里了结。
领导班子带头，中心组学法[central_group_study:#次]，书记、镇长带头学法[leader_study:#次]，举办法治讲座[legal_lectures:#场]。
# 二、存在的短板
一是{other:外来务工的流动快，刚讲完人就走了}。二是{other:厂里排班紧，夜校的点到得不齐}。
# 三、来年怎么做
一是<进村宣讲55场次>。二是<主动公开政府信息不少于170条>。三是<夜校改在发工资的日子开，跟着厂里的班次走>。
"""

FIFTH_2025 = """
2025年，@依法行政的步子没有停，厂区和村里各有各的讲法。报告如下。
# 一、全年工作
夜校跟着厂里的班次走，发工资的日子开课，人来得齐。进村宣讲[village_talks:#场次]，受教育群众[people_reached:#人次]，模拟法庭[mock_courts:#场]，法治文艺演出[law_performances:#场]，台下坐的多半是年轻工人。
政务求一个“明”字，主动公开政府信息[info_disclosed:#条]；机关干部集体学习法律法规[collective_study:#次]，法治讲座[legal_lectures:9场]，普法骨干培训[backbone_trainings:#期]。
纠纷不出镇。调解矛盾纠纷[disputes_mediated:#件]，办理信访件[petitions_handled:#件]。行政诉讼案件[litigation_cases:#件]，负责人出庭应诉[head_court_appearances:#次]。
# 二、存在的问题
一是{responsibility:第一责任人责任落实不到位，全年没有专门研究过法治工作}。二是{other:厂里的班组长换得勤，联络本常常对不上人}。
# 三、2026年工作打算
一是<召开法治建设专题会议4次>。二是<给班组长发联络卡，换人就换卡>。
"""

TWELFTH_2024 = """
@地处湖边，渔汛和旅游两季最忙。本年法治政府建设的情况报告如下。
# 一、工作开展情况
旅游季前，先把规矩讲给船家、店家听，普法骨干培训班[backbone_trainings:#期]，法治讲座[legal_lectures:#场]，发放普法宣传资料[leaflets:#份]，其中送进学校的法治课[school_law_classes:#次]由民警来讲。
渔汛时，船在哪里，讲堂就在哪里，开展法治宣传活动[publicity_events:#场]，解答法律咨询[people_served:#人次]。
湖面上的事有水警，岸上的事有调解员：排查矛盾纠纷[disputes_screened:#件]，化解矛盾纠纷[disputes_mediated:#件]。
党委中心组学法[central_group_study:#次]；班子成员集体学习法律法规[collective_study:#次]。
# 二、不足
一是{publicity_innovation:宣传方式传统，游客看一眼就走}；二是{other:渔汛时人都在湖上，会议请不齐人}。
# 三、下一年安排
一是<普法骨干培训班3期>；二是<给学校上法治课8次>；三是<逢场天、农闲时、返乡时节都去说法>。
"""

TEXTS: tuple[tuple[int, int, str], ...] = (
    (0, 2024, FIRST_2024),
    (0, 2025, FIRST_2025),
    (1, 2024, SECOND_2024),
    (1, 2025, SECOND_2025),
    (3, 2024, FOURTH_2024),
    (3, 2025, FOURTH_2025),
    (4, 2024, FIFTH_2024),
    (4, 2025, FIFTH_2025),
    (11, 2024, TWELFTH_2024),
    (11, 2025, FIRST_2025),
)
"""Number of the township, year, text. The last township copied the report of the first, with its own figures."""
