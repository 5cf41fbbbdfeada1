using System.Text.Encodings.Web;
using System.Text.Unicode;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Parts;

/// <summary>Razor Pages as this program uses them: Chinese stays readable in HTML, messages are Chinese, every write goes through the filters.</summary>
internal static class PipelineServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                ChineseMessages.Apply(options);
                options.ModelBinderProviders.Insert(0, new PageNumberBinder());
                options.Filters.Add<MergedPeopleFilter>(order: 0);
                options.Filters.Add<RequestKeyFilter>(order: 1);
                options.Filters.Add<OvertakenFilter>(order: 2);
                options.Filters.Add<RecusalFilter>(order: 3);
                options.Filters.Add<NothingTakenFilter>(order: 4);
            });
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);   // it writes inline styles
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped<NavigationBook>();
        return services;
    }
}
