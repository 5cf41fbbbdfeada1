using System.Security.Cryptography;
using System.Text;
using LegalAid.Rules.Training;
using Xunit;

namespace LegalAid.Rules.Tests.Training;

/// <summary>The rotating code: another every thirty seconds, valid for the steps around the moment it was typed.</summary>
public sealed class SignInCodeTests
{
    private static readonly DateTime Noon = new(2026, 6, 17, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(-1, -1)]
    public void A_step_is_thirty_seconds(int seconds, long steps) =>
        Assert.Equal(SignInCode.StepOf(Noon) + steps, SignInCode.StepOf(Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(-60, true)]
    [InlineData(-61, false)]
    [InlineData(0, true)]
    [InlineData(89, true)]       // the step that begins a minute later
    [InlineData(90, false)]
    public void A_code_is_taken_for_the_minute_before_and_after(int seconds, bool taken) =>
        Assert.Equal(taken, SignInCode.StepsAround(Noon).Contains(SignInCode.StepOf(Noon.AddSeconds(seconds))));

    [Fact]
    public void The_code_has_six_digits_and_another_training_or_step_another_code()
    {
        var training = Guid.CreateVersion7();
        var codes = Enumerable.Range(0, 100).Select(step => Code(training, step)).Append(Code(Guid.CreateVersion7(), 0)).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9]{6}$", code));
        Assert.True(codes.Distinct().Count() > 95);      // a million codes: hardly two alike
        Assert.Equal("000001", SignInCode.Digits([0, 15, 66, 65]));      // 1 000 001
    }

    private static string Code(Guid training, long step) => SignInCode.Digits(HMACSHA256.HashData("a key"u8, Encoding.UTF8.GetBytes(SignInCode.Message(training, step))));
}
