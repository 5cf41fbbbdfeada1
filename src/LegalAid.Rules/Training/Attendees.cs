using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Training;

/// <summary>As what somebody comes to a training (TL-4.2a: lawyers, basic-level workers and all cadres).</summary>
public enum AttendeeGroup
{
    /// <summary>律师</summary>
    Lawyers = 1,

    /// <summary>基层法律服务工作者</summary>
    LegalWorkers,

    /// <summary>服务团成员，在各县（市）名册上</summary>
    Corps,

    /// <summary>干部</summary>
    Cadres,

    /// <summary>志愿者和中心工作人员</summary>
    Others,
}

/// <summary>A cadre (干部) as typed: who, and of which station or body.</summary>
public sealed record NamedCadre(string Name, string Unit);

/// <summary>The cadres one form names.</summary>
public sealed record CadreList(IReadOnlyList<NamedCadre> Cadres);

/// <summary>Who may be invited to a training beside the pool: cadres of stations and of the office, by name (TL-4.1e, TL-4.2a). They bind no gate and no count.</summary>
public static class Attendees
{
    public const int LongestName = 40;
    public const int LongestUnit = 60;

    /// <summary>As many as one form may name.</summary>
    public const int MostAtOnce = 200;

    private static readonly char[] Between = [' ', '\t', '　', ',', '，', '、'];

    /// <param name="kind">Null for somebody who stands on no roster of the office.</param>
    /// <param name="fromCorps">Whether the prefecture invited them as one of its corps.</param>
    public static AttendeeGroup GroupOf(PractitionerKind? kind, bool fromCorps) =>
        kind is { } known ? known == PractitionerKind.LegalWorker ? AttendeeGroup.LegalWorkers : PersonKinds.IsLawyer(known) ? AttendeeGroup.Lawyers : AttendeeGroup.Others
        : fromCorps ? AttendeeGroup.Corps
        : AttendeeGroup.Cadres;

    /// <summary>Reads a line for each cadre, the name first and the unit after it; where a line has no unit, the one that holds for all. Who is named twice is one.</summary>
    public static Outcome<CadreList> Read(string? typed, string? unitOfAll)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries).Index().Where(line => line.Item.Length > 0).ToList();
        var cadres = lines.ConvertAll(line => CadreOf(line.Item, unitOfAll?.Trim() ?? ""));
        var wrong = lines.Zip(cadres).FirstOrDefault(pair => pair.Second.Unit.Length == 0 || pair.Second.Name.Length > LongestName || pair.Second.Unit.Length > LongestUnit);
        return lines.Count > MostAtOnce ? new Refusal("too-many-cadres", $"一次最多填写 {MostAtOnce} 人，请分次邀请。", [])
            : lines.Count == 0 ? new Refusal("no-cadres", "请写明干部的姓名和单位，或者选择工作站账户。", [])
            : wrong.Second is null ? new CadreList([.. cadres.Distinct()])
            : new Refusal("cadre-line", $"第 {wrong.First.Index + 1} 行{(wrong.Second.Unit.Length == 0 ? "没有写单位" : "太长")}：每行一人，先写姓名，空一格写单位。", []);
    }

    private static NamedCadre CadreOf(string line, string unitOfAll)
    {
        var parts = line.Trim(Between).Split(Between, 2);
        return new(parts[0], parts.Length > 1 ? parts[1].Trim(Between) : unitOfAll);
    }
}
