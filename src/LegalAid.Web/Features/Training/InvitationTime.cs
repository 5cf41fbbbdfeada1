using LegalAid.Rules.Common;
using LegalAid.Store.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>As long as a training is not over, more people may be invited; whoever was there afterwards is signed in by hand.</summary>
internal static class InvitationTime
{
    public static Refusal? WhyNotInvite(TrainingEvent training, DateTime nowUtc) =>
        training.CancelledAtUtc is not null ? new("training-cancelled", "培训已经取消。", [])
        : nowUtc >= training.EndsAtUtc ? new("training-over", "培训已经结束，不能再邀请。", [])
        : null;
}
