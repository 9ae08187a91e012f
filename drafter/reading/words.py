"""Words by which a line tells what it is. Data only; each list says what its words show."""

from __future__ import annotations

SENTENCE_ENDS = "。！？；…!?;"
"""What ends a sentence or a list item: no title, signature or organ name does."""

STOPS = "。：:"
"""What parts a heading from the text that runs on after it."""

ORGAN_ENDS = frozenset(
    "院府会厅局部委办处室行署校社团学队司所站心关构位门级组科联协党政令织馆厂园庭"
)
"""Last characters of the names of organs and units (机关、单位)."""

OFFICE_ENDS = frozenset("席理长记任员表监授师人")
"""Last characters of offices held by a person: 主席 总理 省长 书记 主任 委员 代表."""

LISTENERS = (
    *("同志", "代表", "委员", "老师", "同学", "朋友", "女士", "先生", "来宾", "嘉宾", "领导"),
    *("专家", "家长", "校友", "同行", "同仁", "教官", "乡亲", "战友", "官兵", "记者", "企业家"),
    *("党员", "青年", "学员", "评委", "教授", "院士", "同胞", "亲人", "居民", "们"),
)
"""Whom a speech addresses."""

TIMES_OF_DAY = ("早上", "早晨", "上午", "中午", "下午", "晚上", "新年")
"""What stands before 好 in a greeting."""

ANNOUNCING = (
    *("如下", "下列", "以下", "要求", "事项", "条件", "内容", "措施", "工作", "方面", "问题"),
    *("包括", "决定", "规定", "强调", "指出", "提出", "认为", "号召", "建议", "目标", "是", "为"),
    *("任务", "意见", "材料", "原则", "权利", "义务", "部分", "情况", "程序", "安排"),
)
"""Words before a colon that announce a list or a speech, and address nobody."""

KINDS_OF_TEXT = (
    *("决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示"),
    *("批复", "议案", "函", "纪要", "讲话", "致辞", "发言", "贺词", "汇报", "总结", "计划", "要点"),
    *(
        "方案",
        "规划",
        "思路",
        "办法",
        "规定",
        "条例",
        "细则",
        "规则",
        "章程",
        "制度",
        "措施",
        "答复",
    ),
    *(
        "名单",
        "清单",
        "提纲",
        "演讲",
        "倡议书",
        "公开信",
        "说明",
        "分析",
        "主持词",
        "讲话稿",
        "发言稿",
        "欢迎辞",
        "答谢辞",
    ),
    *("贺信", "简报", "预案", "准则", "规范", "标准", "指南", "守则", "公约", "一览表", "表"),
)
"""How titles end: the kinds of document (文种) and of what is issued with one (印发件)."""

LISTS = ("名单", "清单", "目录", "名册", "一览表", "表")
"""How the title of a list or table ends: what stands under it is no line of the head."""

PLACES = ("当前位置", "您的位置", "您现在的位置", "所在位置")
"""Labels of the path of a web page."""

LABELS = (
    *(
        "来源",
        "信息来源",
        "文章来源",
        "时间",
        "日期",
        "发布时间",
        "发表时间",
        "发布日期",
        "生效日期",
    ),
    *("成文日期", "更新时间", "抓取时间", "发稿时间", "编辑", "责任编辑", "责编", "审核", "校对"),
    *("阅读量", "阅读次数", "点击数", "点击量", "浏览次数", "浏览量", "字号", "字体", "索引号"),
    *("文号", "发文字号", "标题", "名称", "发文机关", "发布机构", "公文种类", "文种", "主题分类"),
    *("主题词", "有效性", "分享", "分享到", *PLACES),
    *("上一篇文章", "下一篇文章", "上一则", "下一则", "推荐访问", "热门标签", "本文标签"),
    *("上一篇", "下一篇", "上一条", "下一条", "原标题", "供稿", "撰稿", "初审", "复审", "终审"),
    *("发布者", "发布人", "发布单位", "阅读", "整理", "供稿单位"),
    *("Updated", "Published", "Source", "Author", "Editor", "Views", "Previous", "Next"),
    *("作者", "记者", "URL", "网址", "链接", "关键词", "标签", "统一登记号", "体裁分类"),
)
"""Labels of the fields a web page prints around a document."""

NAVIGATION = frozenset(
    (
        *("首页", "下载", "打印", "全屏", "收藏", "加大", "还原", "减小", "大", "中", "小", "返回"),
        *("关闭", "关闭窗口", "打印本页", "关闭本页", "返回顶部", "返回首页", "上一页", "下一页"),
        *("分享", "分享到微信", "分享到微博", "复制链接", "放大", "缩小", "默认", "正文", "繁体"),
        *("无障碍", "登录", "注册", "搜索", "更多", "打印此页", "关闭此页", "纠错", "字体", "字号"),
        *("上一版", "下一版", "上一期", "下一期"),
    )
)
"""Buttons and menu words that stand alone on a line."""

RELATED = (
    *(
        "相关推荐",
        "相关报道",
        "相关文档",
        "相关链接",
        "相关新闻",
        "相关阅读",
        "相关文章",
        "相关稿件",
        "相关附件",
    ),
    *("新闻推荐", "最新新闻", "推荐阅读", "延伸阅读", "热门推荐", "热点新闻", "猜你喜欢", "上一篇"),
    *("下一篇", "相关解读", "图解", "热门文章", "为您推荐", "最新文章", "友情链接"),
)
"""Heads of the link lists under a text on a web page."""

ADVERTS = (
    *(
        "代笔",
        "代写",
        "预览",
        "点击",
        "联系老师",
        "联系客服",
        "加微信",
        "微信号",
        "公众号",
        "扫一扫",
    ),
    *("扫码", "二维码", "下载全文", "需要全文", "阅读全文", "查看全文", "全文下载", "会员", "付费"),
    *("充值", "更多精彩", "更多范文", "范文网", "免费下载", "转载请注明", "版权所有", "关注我们"),
    *("未经授权", "未经许可", "不得转载", "禁止转载", "本文由", "本文来自", "文秘网"),
    *("客服", "客户端", "QQ群", "淘宝", "网盘", "文库", "阅读原文", "分享到", "打开当前页"),
    *("仅供参考", "侵权", "源于网络", "来源网络", "转自", "联系删除"),
)
"""What advertisements, paywalls and copying notices say."""

VALUELESS = ("分享", "分享到", "字号", "字体", *PLACES)
"""Labels whose value is no line of words: buttons, or the steps of a path."""

FOOTERS = (
    "主办单位",
    "承办单位",
    "ICP备",
    "备案号",
    "网站地图",
    "联系我们",
    "技术支持",
    "网站标识码",
)
"""What stands at the foot of a web page."""

COPYRIGHT = ("版权所有", "©", "Copyright", "AllRightsReserved")
"""Whose a web page is, without spaces."""

SITES = ("网", "网站", "门户", "频道", "在线", "日报", "晚报", "数字报", "电子报", "电子版")
"""How the names of web pages and of newspapers end."""

MEETING = ("时间", "地点", "主持", "出席", "参加", "列席", "缺席", "议题", "记录", "参会", "会议")
"""How the lines begin that say who met, when and where: no page furniture."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳"
    "翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
    "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛"
)
"""First characters of nearly all Chinese persons' names."""

SPEAKERS = (
    "讲话人",
    "发言人",
    "报告人",
    "主讲人",
    "汇报人",
    "演讲者",
    "演讲人",
    "致辞人",
    "述职人",
    "主讲",
)
"""Labels before a speaker's name."""

URGENCIES = frozenset(("特急", "加急", "平急", "特提", "急件", "紧急"))
SECRECIES = ("绝密", "机密", "秘密")

ENACTING = ("通过", "公布", "发布", "批准", "修订", "修正", "施行", "实施", "印发", "颁布")
"""Verbs of the line under a title that tells who passed or published the text (题注)."""

EDITING = ("编", "编印", "编发", "主办", "编辑部")
"""What follows the name of who edits a bulletin."""

COPYING = ("抄送", "抄报", "主送", "分送", "内部发送", "报送", "发送")
PRINTING = ("印发", "翻印", "印制")
CONTACTS = ("联系人", "联系电话", "主题词", "校对", "打字", "共印", "承办单位", "咨询电话", "电话")

FORMULAS = (
    *("特此", "此复", "专此", "此令", "妥否", "当否", "可否", "请予", "请批示", "请审阅", "请批复"),
    *("谢谢", "再次感谢", "感谢您", "感谢你", "感谢大家", "散会"),
    *("顺祝", "谨祝", "顺颂", "此致", "敬礼", "敬请", "恭请"),
)
"""How a closing formula begins."""

FORMULAS_OR_MORE = ("以上", "感谢您", "感谢你")
"""How a closing formula, but also other text begins: the end must show it."""

FORMULA_ENDS = (
    *(
        "特此通知",
        "特此通报",
        "特此报告",
        "特此函复",
        "此复",
        "请批示",
        "请批复",
        "请审阅",
        "请审议",
    ),
    *(
        "请予批复",
        "批评指正",
        "贯彻执行",
        "谢谢",
        "谢谢大家",
        "大家",
        "圆满成功",
        "包涵",
        "请予支持",
    ),
    *(
        "支持为盼",
        "关心和支持",
        "理解和支持",
        "支持",
        "请函复",
        "特此说明",
        "特此函告",
        "特此公告",
        "特此通告",
        "请指正",
        "请评议",
    ),
)
"""How a closing formula ends, before its stop."""

JUDGING = ("评议", "审议", "审查", "审阅", "批示", "指正", "指示", "批评", "意见", "参考")
"""What the readers of a report are asked for at its end."""

PARTS = (
    *("现状", "情况", "做法", "成效", "成绩", "经验", "困难", "问题", "不足", "原因", "建议"),
    *("对策", "措施", "打算", "体会", "启示", "思考", "举措", "特点", "意见"),
)
"""How headings of the usual parts of a report end."""

PROVISION = ("应当", "不得", "可以", "必须", "是指", "所称", "的，", "应在", "应按", "应向", "应于")
"""Words of a rule or a definition: a heading has none."""

SELF = tuple(
    "本" + kind for kind in ("通知", "办法", "意见", "公告", "规定", "条例", "决定", "细则")
)
"""How a provision names its own document."""
