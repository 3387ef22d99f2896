"""A shortfall told by what is the case, with no word that judges it: 18个村里够得上标准的仅3个, 宣传栏半年没有动过.

Four ways of saying it: a small part of a whole, few of what is needed, a thing still not done, a way of working that
misses its purpose. Each needs a word that says it is meant as too little (仅, 至今, 也), since a bare number or a bare
"not" may as well be praise.
"""

from __future__ import annotations

import re

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)"
_ONLY = r"(?:只有|仅有|仅|只|才|就|不到|不足|还不到|尚不足|不满|不超过)"
_UNWANTED = re.compile(
    r"未|没有?成|不服|不[满合达]|违[法规章]|信访|上访|投诉|举报|败诉|诉讼|复议|纠纷|案件|整改|逾期|超期|差错|退回|纠错|被|重复|遗留|积案|失败|风险|隐患|事故|返工|瑕疵"
)
"""Of these few are good news: 调解未成功的仅2起."""
_PART = re.compile(
    rf"(?:的(?:村|社区|干部|人员|群众|单位|站所)?|其中|里|中|率|比例|比重|占比|占)(?:也|还|都|却|目前)?(?:{_ONLY}(?:占|为)?)(?:了|到)?[^，。；\d一二两三四五六七八九十]{{0,6}}(?:(?:[一二两三四五六七八九十\d]+|{_N})(?:成|%|％|个百分点|名|人|个|处|家|所|份|台|辆|条)|三分之一|四分之一|一半|半数)(?:村|社区|左右|多|人)?$"
)
"""够得上标准的仅3个; 持证率不足四成."""
_SHARE = re.compile(
    rf"(?:还|尚|仍)?(?:不到|不足|仅占?|只占|仅为|只有)(?:{_N}成|[1-6]?\d(?:\.\d+)?[%％]|[三四五]分之一|一半|半数)$"
)
_SHARED = re.compile(r"率|比例|比重|占比|真正|能够?|愿意|知道|听过|参加|参与|覆盖|咨询|使用")
_NEVER = r"(?:至今|一直|始终|从来?|长期|多年(?:来)?|半年|常年|基本(?:上)?|大多|多数|多半|往往|尚|仍|还|依然|(?:一|半)[次件场份个条处堂台名篇](?:也|都)?)(?:都|也|仍|还|尚|就)?(?:未|没有|没(?!收)|无(?!到|一))(?:能|有|得到|真正|完全|全部|及时)?"
_GOOD = r"发生|出现|收到|发现|败诉|被[撤纠诉投问改]|间断|中断|停[过下止]?|缺席|超期|逾期|误|引发|造成|接到|产生|撤销|纠正|反弹|红过|越级|漏|掉|安全|上访|信访|投诉|诉讼|复议|差错|事故|违|审结|结案|办结|启动|到期|届满"
_UNDONE = re.compile(
    rf"{_NEVER}(?!{_GOOD})(?![^，。；]{{0,8}}(?:{_GOOD}))[^，。；]{{1,12}}$|(?:一|半)[次件场份个条处堂台名篇](?:也|都)(?:没有|没|无)$|连续[两二三四五\d][年次](?:未|没有?)[^，。；]{{1,10}}$"
)
"""一次也没有去过; 至今没有换过; 全年一件未办. Never failing, never losing is praise."""
_UNABLE = re.compile(
    r"(?<![交岗出路])(?:跟|说|拿|派|抽|腾|挤|搭|用|叫|讲|看|找|落|抓|学|管|问|办|接|弄|分|理|提|吃|摸|查|审|留|招|做)不(?:上|清|出|到|齐|准|透|实|好|全|开|来|住|动|起|懂|了|过来|明白|起来|下去|下来)(?:[^，。；]{0,12})?$"
    r"|(?:无人|没人|少有人|很少有人)(?:敢|愿|会|能|肯)?[^，。；]{1,6}$|(?:又|也|还)没有[^，。；]{2,12}的(?:干部|人员|人才|律师|队伍)$|[\d一二两三四五六七八九十]+(?:人|个村)[共合]用[\d一]+[台部辆个套][^，。；]{0,4}$|^(?:只能|只好)(?:干|靠|凭|等)[^，。；]{1,10}$"
)
_UNABLE_GOOD = re.compile(r"大事|小事|找不到一|不留|确保|让|使")
_LATE = re.compile(
    r"(?:拖到|临到|临近年底|事后|签完了?|签订(?:之)?后|等到[^，。；]{2,8})[^，。；]{0,8}(?:才|再)[^，。；]{1,10}$|(?:签订|执行|实施|决定|处罚)(?:之)?后补[^，。；]{1,6}$|才拿来[^，。；]{1,10}$|(?:年底|检查前|迎检前?)[^，。；]{0,6}(?:突击|补)[^，。；]{1,10}$"
)
"""拖到补考才完成; 签完了才送审."""
_CASTS = re.compile(
    r"(?<![能再是会可])(?:多为|多是|大多(?:为|是|转自)?|多半是|大都是?|基本是|主要是|主要靠|全靠|仅靠|单靠|只靠|还是|仍是|仍靠|还靠)[^，。；]{0,10}(?:留守|老人|老年|转发|转载|转自|上级|发资料|发传单|传单|横幅|念稿|读文件|应付|会议|动态|兼职|临时|手工|纸质|形式|程序性|凭经验|开会|传达|口头|凭交情)[^，。；]{0,8}$"
)
"""到场的多为留守老人; 推送多为转载: what should be many-sided is one thing."""


def told(clause: str) -> bool:
    """Whether a clause states as a fact that there is too little; a word like 仅, 至今 or 也没有 has to say so."""
    said = clause.rstrip(" ”’」）)")
    few = _PART.search(said) or (_SHARE.search(said) and _SHARED.search(said))
    if few:
        return _UNWANTED.search(said) is None
    if _UNABLE.search(said):
        return _UNABLE_GOOD.search(said) is None
    return any(way.search(said) for way in (_UNDONE, _LATE, _CASTS))
