using LegalAid.Rules.Training;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Training;

/// <summary>The codes of a training's screen, computed with the key of the blind index; nothing of them is stored.</summary>
public sealed class SignInCodes(FieldCipher cipher)
{
    public string Of(Guid trainingId, long step) => SignInCode.Digits(cipher.Index(SignInCode.Message(trainingId, step)));

    /// <summary>Whether the code stood on the screen around this moment.</summary>
    public bool Stood(Guid trainingId, string code, DateTime typedAtUtc) =>
        SignInCode.StepsAround(typedAtUtc).Any(step => string.Equals(Of(trainingId, step), code, StringComparison.Ordinal));
}
