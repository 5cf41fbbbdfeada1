using System.Globalization;

namespace LegalAid.Store.PrivatePostgres;

/// <summary>The installed PostgreSQL server programs.</summary>
public sealed record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int OldestSupported = 15;

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>Finds the newest server the distribution installed.</summary>
    /// <exception cref="PrivatePostgresException">None is installed, or only one that is too old.</exception>
    public static PostgresBinaries Find()
    {
        var newest = Newest("initdb", "pg_ctl");
        return newest switch
        {
            null => throw new PrivatePostgresException("没有找到 PostgreSQL 服务器程序。请安装软件包 postgresql（Debian、Ubuntu：apt-get install postgresql），或用 ConnectionStrings__Owner 与 ConnectionStrings__App 指明已有的数据库。"),
            { MajorVersion: < OldestSupported } => throw new PrivatePostgresException($"已安装的 PostgreSQL 是 {newest.MajorVersion} 版，需要 {OldestSupported} 版以上。"),
            _ => newest,
        };
    }

    /// <summary>Finds the newest programs for dumping and restoring; a machine that uses a database elsewhere needs no server of its own.</summary>
    /// <exception cref="PrivatePostgresException">None are installed.</exception>
    public static PostgresBinaries FindClient() => Newest("pg_dump", "pg_restore")
        ?? throw new PrivatePostgresException("没有找到 pg_dump 和 pg_restore。请安装软件包 postgresql-client（Debian、Ubuntu：apt-get install postgresql-client）。");

    private static PostgresBinaries? Newest(params string[] programs)
    {
        const string root = "/usr/lib/postgresql";
        return (Directory.Exists(root) ? Directory.GetDirectories(root) : [])
            .Select(folder => new PostgresBinaries(Path.Combine(folder, "bin"), int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0))
            .Where(found => Array.TrueForAll(programs, program => File.Exists(found[program])))
            .MaxBy(found => found.MajorVersion);
    }
}

/// <summary>The private database cannot be started; the message says why and what to do.</summary>
public sealed class PrivatePostgresException : Exception
{
    public PrivatePostgresException()
    {
    }

    public PrivatePostgresException(string message)
        : base(message)
    {
    }

    public PrivatePostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
