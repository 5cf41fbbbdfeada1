using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Parts.Tags;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    Text = 1,
    Area,
    Password,
    Telephone,
    Number,
    Day,
    Minute,
    Tick,
    Ticks,
    Choice,
    Radios,
    File,
}

internal static class FieldKinds
{
    /// <summary>The natural way to fill in a property of this type; a page may name another.</summary>
    internal static FieldKind For(ModelMetadata metadata, IEnumerable<SelectListItem>? items)
    {
        var type = metadata.UnderlyingOrModelType;
        return metadata.IsFlagsEnum ? FieldKind.Ticks
            : items is not null || metadata.IsEnum ? FieldKind.Choice
            : type == typeof(bool) ? FieldKind.Tick
            : type == typeof(DateOnly) ? FieldKind.Day
            : type == typeof(DateTime) ? FieldKind.Minute
            : typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) ? FieldKind.File
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? FieldKind.Number
            : metadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.Password) ? FieldKind.Password
            : metadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.MultilineText) ? FieldKind.Area
            : metadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.PhoneNumber) ? FieldKind.Telephone
            : FieldKind.Text;
    }

    /// <summary>Several controls under one question: a fieldset, not a label.</summary>
    internal static bool IsGroup(this FieldKind kind) => kind is FieldKind.Ticks or FieldKind.Radios;

    /// <summary>A word of how to write it, where nothing else is said.</summary>
    internal static string? Hint(this FieldKind kind) => kind switch
    {
        FieldKind.Day => "如 2026-3-5 或 2026年3月5日",
        FieldKind.Minute => "如 2026-3-5 9:30",
        _ => null,
    };
}
