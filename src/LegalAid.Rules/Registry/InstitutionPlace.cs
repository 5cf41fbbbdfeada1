using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>Where an institution is said to be registered, and who says otherwise.</summary>
/// <param name="District">As recorded now.</param>
/// <param name="OwnDistrict">The acting office's.</param>
/// <param name="ServedByAnother">Another office of the deployment serves the recorded district.</param>
public sealed record RecordedPlace(string District, string OwnDistrict, bool ServedByAnother);

/// <summary>Who may correct the district an institution is registered in: it decides which office may assign to it (BB-2.3).</summary>
public static class InstitutionPlace
{
    /// <summary>The office of the recorded district corrects it; where no office serves that district, any that works with the institution.</summary>
    public static Refusal? WhyNotMove(RecordedPlace recorded, string district, string clauseId) =>
        recorded.District == district ? new("institution-same-district", "所在区没有变化。", [])
        : recorded.District != recorded.OwnDistrict && recorded.ServedByAnother
            ? new("institution-not-own", $"该机构登记在{recorded.District}，由当地法律援助中心更正。", [clauseId])
            : null;
}
