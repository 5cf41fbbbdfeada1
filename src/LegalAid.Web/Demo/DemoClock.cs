using LegalAid.Store;

namespace LegalAid.Web.Demo;

/// <summary>The office's clock while the demo is being made: it stands where the story is. Afterwards it is the real one again.</summary>
internal sealed class DemoClock : OfficeClock
{
    private DateTimeOffset? stands;

    public override DateTimeOffset GetUtcNow() => stands ?? base.GetUtcNow();

    public void StandAt(DateTime local) => stands = new(ToUtc(local), TimeSpan.Zero);

    public void RunAgain() => stands = null;
}
