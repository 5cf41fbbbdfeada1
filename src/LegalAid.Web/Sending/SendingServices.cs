using System.Text;
using LegalAid.Store.Notices;
using LegalAid.Web.Jobs;

namespace LegalAid.Web.Sending;

/// <summary>The channels that are set, what sends by them, and the jobs that tell; without a channel only the clocks are told of.</summary>
internal static class SendingServices
{
    public static IServiceCollection AddSending(this IServiceCollection services, IConfiguration configuration)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);      // gateways here may answer in GBK
        var settings = ChannelSettings.From(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<JsonPost>();
        AddChannels(services, settings);
        services.AddScoped<TellOfClocks>();
        services.AddScoped<TellOfProbations>();
        services.AddScoped<TellOfOpinions>().AddScoped<TellOfSuspensions>();
        services.AddScoped<DispatchNotices>();
        services.AddJob(configuration, new("clocks", "0 0/10 * * * ?", (provider, ct) => provider.GetRequiredService<TellOfClocks>().RunAsync(ct)));
        services.AddJob(configuration, new("probations", "0 0 * * * ?", (provider, ct) => provider.GetRequiredService<TellOfProbations>().RunAsync(ct)));
        services.AddJob(configuration, new("opinions", "0 0/30 * * * ?", (provider, ct) => provider.GetRequiredService<TellOfOpinions>().RunAsync(ct)));
        services.AddJob(configuration, new("suspensions", "0 0 * * * ?", (provider, ct) => provider.GetRequiredService<TellOfSuspensions>().RunAsync(ct)));
        if (settings.Open != NoticeChannels.None)
        {
            services.AddJob(configuration, new("notices", "0 * * * * ?", (provider, ct) => provider.GetRequiredService<DispatchNotices>().RunAsync(ct)));
        }

        return services;
    }

    private static void AddChannels(IServiceCollection services, ChannelSettings settings)
    {
        if (settings.Sms is { } sms)
        {
            services.AddSingleton<IChannel>(provider => ActivatorUtilities.CreateInstance<SmsChannel>(provider, sms));
        }

        if (settings.Mail is { } mail)
        {
            services.AddSingleton<IChannel>(new MailChannel(mail, settings.Timeout));
        }

        if (settings.WeChatWork is { } robot)
        {
            services.AddSingleton<IChannel>(provider => ActivatorUtilities.CreateInstance<WeChatWorkChannel>(provider, robot));
        }
    }
}
