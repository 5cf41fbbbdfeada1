namespace LegalAid.Web.Commands;

/// <summary>Options of a command: <c>--name value</c> and plain words.</summary>
internal static class Options
{
    /// <summary>The word after an option; null when the option is not there or nothing follows.</summary>
    public static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length && !args[at + 1].StartsWith('-') ? args[at + 1] : null;

    /// <summary>What is neither an option nor the value of one of these.</summary>
    public static string[] Words(string[] args, params string[] withValue) =>
        [.. args.Where((argument, index) => !argument.StartsWith('-') && (index == 0 || !withValue.Contains(args[index - 1], StringComparer.Ordinal)))];

    /// <summary>The arguments without these options and their values, as the host takes them.</summary>
    public static string[] Rest(string[] args, params string[] withValue) =>
        [.. args.Where((argument, index) => argument.StartsWith("--", StringComparison.Ordinal) && !withValue.Contains(argument, StringComparer.Ordinal) && argument is not ("--json" or "--apply"))];
}
