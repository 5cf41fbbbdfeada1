using LegalAid.Rules.Common;

namespace LegalAid.Rules.Quality;

/// <summary>A case and the reviewer it would be given to.</summary>
/// <param name="HasHandler">It is handled or was: there is something to review.</param>
/// <param name="IsStanding">The reviewer has it already.</param>
/// <param name="SameInstitution">The reviewer practises with the institution that handles it.</param>
/// <param name="IsParty">A party bears the reviewer's name.</param>
public sealed record ReviewGift(bool HasHandler, bool IsStanding, bool SameInstitution, bool IsParty, DateOnly DueOn, DateOnly Today);

/// <summary>Which case may be given to which reviewer (CF-17): none of the own institution's, none with an interest of the own.</summary>
public static class ReviewGiving
{
    public static Refusal? WhyNotGive(ReviewGift gift) =>
        !gift.HasHandler ? new("review-early", "本案还没有承办人，不能评查。", ["CF-17"])
        : gift.SameInstitution ? new("review-institution", "评查员与承办人在同一机构，不得评查本案。", ["CF-17"])
        : gift.IsParty ? new("review-party", "评查员与本案当事人同名，可能有利害关系，请另选评查员。", ["CF-17"])
        : gift.IsStanding ? new("review-standing", "本案已交给这位评查员。", ["CF-17"])
        : gift.DueOn < gift.Today ? new("review-due", "完成日期不能早于今天。", ["CF-17"])
        : null;
}
