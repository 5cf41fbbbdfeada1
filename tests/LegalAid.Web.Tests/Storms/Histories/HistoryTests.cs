using LegalAid.Rules.Tests;
using LegalAid.Web.Tests.App;
using Xunit;
using Xunit.Abstractions;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>Histories of assigning, refusing, assigning anew, suspending and leaving, recorded from many clients and checked afterwards.</summary>
public sealed class HistoryTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private const int Firms = 8;
    private const int CallsPerCase = 80;
    private const int Clients = 6;

    [Fact]
    [Clause("BB-11.1")]
    public Task Two_thousand_calls_of_six_clients_happened_one_after_the_other() => RunAsync(2_000);

    [Fact]
    [Trait("Length", "Long")]
    public Task A_hundred_thousand_calls_of_six_clients_happened_one_after_the_other() => RunAsync(100_000);

    private async Task RunAsync(int calls)
    {
        var office = await new HistoryOffice(app).OpenAsync(Firms, calls / CallsPerCase);
        var clients = new HistoryClients(office, seed: 20260617);

        var operations = await clients.RunAsync(Clients, calls);

        var deeds = operations.CountBy(operation => operation.Deed).ToDictionary();
        output.WriteLine($"{operations.Count} had an effect, {clients.Refused} were refused: {string.Join(", ", deeds)}");
        Assert.Empty(HistoryCheck.Anomalies(await office.TellAsync(operations)));
        Assert.All(Enum.GetValues<Deed>(), deed => Assert.True(deeds.GetValueOrDefault(deed) > 0, $"Nobody did {deed}; this history looked at too little."));
        Assert.True(deeds[Deed.Assign] > calls / 8, $"Only {deeds[Deed.Assign]} assignments; this history looked at too little.");
        Assert.True(operations.Zip(operations.Skip(1)).Any(pair => pair.Second.Called < pair.First.Returned), "No two calls overlapped.");
    }
}
