using LegalAid.Store.Database;

namespace LegalAid.Web;

/// <summary>Where this deployment keeps its things, from environment and configuration; the defaults suit a first run on one machine.</summary>
public sealed record Deployment(string DataFolder, string KeyFolder, string RuleBookFolder, ConnectionStrings? Database, bool SecureCookies)
{
    /// <summary>How often in a minute one key may ask.</summary>
    public int ApiRequestsPerMinute { get; private init; } = 120;

    /// <summary>How many accounts of applicants one address may ask for in an hour; a firm's people share one.</summary>
    public int ApplicantsPerHour { get; private init; } = 30;

    /// <summary>How often in an hour one address may say something of a published list.</summary>
    public int FeedbackPerHour { get; private init; } = 10;

    /// <summary>The keys of the field encryption; never in a backup of the database.</summary>
    public string KeyFile => Path.GetFullPath(Path.Combine(KeyFolder, "field-keys.json"));

    public static Deployment From(IConfiguration configuration)
    {
        var home = configuration["Yuanku:Home"] ?? Environment.GetEnvironmentVariable("YUANKU_HOME") ?? Directory.GetCurrentDirectory();
        return new(
            Environment.GetEnvironmentVariable("YUANKU_DATA") ?? Path.Combine(home, ".data"),
            configuration["Yuanku:Keys"] ?? Environment.GetEnvironmentVariable("YUANKU_KEYS") ?? Path.Combine(home, ".keys"),
            configuration["Yuanku:RuleBooks"] ?? RuleBooksBeside(),
            Connections(configuration),
            configuration.GetValue("Yuanku:SecureCookies", false))
        {
            ApplicantsPerHour = configuration.GetValue("Yuanku:ApplicantsPerHour", 30),
            FeedbackPerHour = configuration.GetValue("Yuanku:FeedbackPerHour", 10),
            ApiRequestsPerMinute = configuration.GetValue("Yuanku:ApiRequestsPerMinute", 120),
        };
    }

    /// <summary>The built-in table of days off.</summary>
    public static string HolidaysBeside() => Path.Combine(AppContext.BaseDirectory, "Data", "chinese-days.json");

    /// <summary>The rule books that came with the program.</summary>
    public static string RuleBooksBeside() => Path.Combine(AppContext.BaseDirectory, "rulebooks");

    private static ConnectionStrings? Connections(IConfiguration configuration) =>
        (configuration.GetConnectionString("Owner"), configuration.GetConnectionString("App")) switch
        {
            (null, null) => null,
            ({ } owner, { } app) => new(owner, app),
            _ => throw new StartUpException("ConnectionStrings 的 Owner（迁移用）与 App（程序用）须同时给出，或都不给出而使用自带的数据库。"),
        };
}

/// <summary>The program cannot start; the message tells the administrator why and what to do.</summary>
public sealed class StartUpException : Exception
{
    public StartUpException()
    {
    }

    public StartUpException(string message)
        : base(message)
    {
    }

    public StartUpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
