using System.Diagnostics;

namespace LegalAid.Web.Tests.App;

/// <summary>Counts how often a piece of the program asks the database, by the driver's own traces. Only its own questions, whatever other tests do meanwhile.</summary>
internal static class RoundTrips
{
    private static readonly AsyncLocal<List<string>?> Here = new();

    static RoundTrips() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => Here.Value is null ? ActivitySamplingResult.None : ActivitySamplingResult.AllData,
        ActivityStopped = command => Here.Value?.Add($"{command.GetTagItem("db.query.text") ?? command.GetTagItem("db.statement") ?? command.DisplayName}"),
    });

    /// <returns>What the database was asked, in order.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> act)
    {
        var told = new List<string>();
        Here.Value = told;
        await act();
        Here.Value = null;
        return told;
    }
}
