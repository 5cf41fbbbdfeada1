using LegalAid.Web.Commands;

System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("zh-CN");
return await CommandLine.RunAsync(args);

/// <summary>The program, named so that tests can start it.</summary>
public sealed partial class Program
{
    private Program()
    {
    }
}
