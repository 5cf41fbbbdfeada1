namespace LegalAid.Web.Demo;

/// <summary>
/// An office of the demo: what its courts, firms and people are called, and how many cases its year has.
/// All names are invented; the digits are where licence and identity numbers of the region begin.
/// </summary>
internal sealed record DemoPlace(string Code, string Region, string Province, string Digits, string CourtDigits, IReadOnlyList<string> Firms, IReadOnlyList<string> Offices, int Cases)
{
    /// <summary>What the papers of every office of the demo give as its telephone.</summary>
    public const string Phone = "0000-00000000";

    /// <summary>The station of every office of the demo.</summary>
    public const string Station = "城关司法所";

    /// <summary>The five offices, and six of the prefecture's counties.</summary>
    public static IReadOnlyList<DemoPlace> All { get; } =
    [
        new("BB", "重庆市北碚区", "重庆", "5001", "渝0109", ["缙云", "碚城", "静观", "歇马", "温泉", "金刀峡", "嘉陵江"], ["朝阳", "天生"], 180),
        new("WZ", "浙江省温州市", "浙江", "3303", "浙03", ["瓯江", "雁荡", "楠溪", "江心屿", "大罗山"], [], 120),
        new("QJ", "重庆市綦江区", "重庆", "5002", "渝0110", ["古剑山", "綦河", "永新"], ["三角", "石壕"], 60),
        new("TL", "重庆市铜梁区", "重庆", "5003", "渝0151", ["安居古城", "巴川", "龙灯"], ["旧县", "蒲吕"], 60),
        new("QDN", "贵州省黔东南州", "贵州", "5226", "黔26", ["苗岭"], [], 12),
        new("QDN01", "贵州省凯里市", "贵州", "5227", "黔2601", ["清水江", "香炉山"], ["大十字"], 36),
        new("QDN10", "贵州省台江县", "贵州", "5228", "黔2630", ["姊妹节"], ["台拱"], 12),
        new("QDN11", "贵州省黎平县", "贵州", "5229", "黔2631", ["侗乡"], ["德凤"], 12),
        new("QDN12", "贵州省榕江县", "贵州", "5230", "黔2632", ["都柳江"], ["古州"], 12),
        new("QDN13", "贵州省从江县", "贵州", "5231", "黔2633", ["岜沙"], ["丙妹"], 12),
        new("QDN14", "贵州省雷山县", "贵州", "5232", "黔2634", ["雷公山"], ["丹江"], 12),
    ];

    public IReadOnlyList<string> Institutions { get; } = [.. Firms.Select(name => $"{Province}{name}律师事务所"), .. Offices.Select(name => $"{name}法律服务所")];

    /// <summary>Invented, and says so; a deployment of its own has none until somebody enters it.</summary>
    public string Address => $"{Region}（虚构地址）公共法律服务中心一楼";

    /// <summary>What the office's demo accounts begin with: bb, qdn01.</summary>
    public string AccountPrefix => Code.ToLowerInvariant();
}
