using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Access;

/// <summary>What ASP.NET Core Identity refuses, said in Chinese.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), $"口令至少用 {uniqueChars} 种不同的字符。");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"口令至少 {length} 位。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "现用口令不对。");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"用户名“{userName}”已被使用。");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "用户名只能用字母、数字和 - . _ @ +。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "账户刚被他人改动，请重试。");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
