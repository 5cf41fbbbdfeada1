using System.Diagnostics;

namespace LegalAid.Store.PrivatePostgres;

/// <summary>PostgreSQL refuses to run as root: as root its programs run as user postgres, otherwise as whoever we are.</summary>
internal static class UnprivilegedUser
{
    private const string Name = "postgres";

    private static bool WeAreRoot => Environment.UserName == "root";

    /// <summary>Makes a folder the server can use, or says which folder on the way bars it.</summary>
    public static void Own(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!WeAreRoot)
        {
            return;
        }

        for (var parent = Path.GetDirectoryName(Path.GetFullPath(folder)); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (!File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherExecute))
            {
                throw new PrivatePostgresException($"以 root 运行时数据库用 {Name} 用户启动，它进不了文件夹 {parent}。请换一个位置（环境变量 YUANKU_DATA），或执行 chmod o+x {parent}。");
            }
        }

        Run("chown", Name, folder);
    }

    public static void Give(string file)
    {
        if (WeAreRoot)
        {
            Run("chown", Name, file);
        }
    }

    /// <summary>Runs a server program to its end. Its output is not redirected: the server would inherit the pipe and never close it.</summary>
    public static int RunAsServer(string program, params string[] arguments) =>
        WeAreRoot
            ? Start("setpriv", [$"--reuid={Name}", $"--regid={Name}", "--init-groups", "--", program, .. arguments])
            : Start(program, arguments);

    private static void Run(string program, params string[] arguments)
    {
        if (Start(program, arguments) != 0)
        {
            throw new PrivatePostgresException($"命令 {program} {string.Join(' ', arguments)} 没有成功。");
        }
    }

    private static int Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new PrivatePostgresException($"无法启动 {program}。");
        process.WaitForExit();
        return process.ExitCode;
    }
}
