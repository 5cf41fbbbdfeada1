using System.Text.Json;
using System.Text.Json.Serialization;
using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.OpenApi;

namespace LegalAid.Web.Api;

/// <summary>The OpenAPI document of the interface for programs.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "接口密钥";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
        });
        services.Configure<JsonOptions>(json => Follow(json.SerializerOptions));
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "援库 规则接口",
            Version = "1",
            Description = "送来事实，答以附条款的决定；不作任何保存。事实的格式另见 /api/v1/schemas/{种类}.json。整数只写作数字，不认识的字段一律不收。",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "由本机构系统管理员建立、停用。" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
    }

    // The document describes what the canonical form reads and writes.
    private static void Follow(JsonSerializerOptions options)
    {
        var canonical = CanonicalJson.Options;
        options.NumberHandling = canonical.NumberHandling;
        options.PropertyNamingPolicy = canonical.PropertyNamingPolicy;
        options.DefaultIgnoreCondition = canonical.DefaultIgnoreCondition;
        options.IgnoreReadOnlyProperties = canonical.IgnoreReadOnlyProperties;
        options.UnmappedMemberHandling = canonical.UnmappedMemberHandling;
        options.RespectNullableAnnotations = canonical.RespectNullableAnnotations;
        options.RespectRequiredConstructorParameters = canonical.RespectRequiredConstructorParameters;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
