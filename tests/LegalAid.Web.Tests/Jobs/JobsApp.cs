using System.Collections.Concurrent;
using LegalAid.Store;
using LegalAid.Web.Jobs;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegalAid.Web.Tests.Jobs;

/// <summary>A node whose scheduler is at work, by the real clock: two jobs of the test's fall due every second, one of which fails, and the program's own never.</summary>
public sealed class JobsApp : TestApp
{
    public const string Never = "0 0 0 1 1 ? 2099";
    private const string EverySecond = "* * * * * ?";

    /// <summary>How often each job of the test's was done, or tried.</summary>
    public ConcurrentDictionary<string, int> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>What the jobs said.</summary>
    internal Told Told { get; } = new();

    protected override bool RunsJobs => true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var job in new[] { "Seal", "Clocks", "Probations", "Opinions", "Suspensions", "Renewals", "Changes", "Lapse" })
        {
            builder.UseSetting($"Yuanku:Jobs:{job}", Never);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Told).AddFilter(typeof(JobServices).Namespace, LogLevel.Debug));
        builder.ConfigureTestServices(services => services
            .AddSingleton(new OfficeClock())
            .AddSingleton(new ScheduledJob("works", EverySecond, (_, _) => Task.FromResult(Count("works"))))
            .AddSingleton(new ScheduledJob("fails", EverySecond, (_, _) => throw new InvalidOperationException($"失败 {Count("fails")}")))
            .AddSingleton(new ScheduledJob("asked", Never, (_, _) => Task.FromResult(Count("asked"))))
            .AddSingleton(new ScheduledJob("fails-once", Never, (_, _) => Count("fails-once") > 1 ? Task.CompletedTask : throw new InvalidOperationException("失败"))));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Told.Dispose();
    }

    private int Count(string job) => Runs.AddOrUpdate(job, 1, (_, runs) => runs + 1);
}

/// <summary>Keeps what is logged.</summary>
internal sealed class Told : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public List<(LogLevel Level, string Text)> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
