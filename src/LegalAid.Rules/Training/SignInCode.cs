using System.Buffers.Binary;
using System.Globalization;

namespace LegalAid.Rules.Training;

/// <summary>
/// The rotating code by which people sign in to a training (签到码): six digits, another every thirty seconds, from a keyed hash of the training and the step of time.
/// Whoever holds the key knows the codes of hours to come, so a screen needs no network.
/// </summary>
public static class SignInCode
{
    public const int SecondsPerStep = 30;

    /// <summary>Only this many wrong codes are taken from one person for one training; a million codes cannot be tried through.</summary>
    public const int MostWrongCodes = 10;

    private const uint Codes = 1_000_000;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    public static long StepOf(DateTime utc) => utc.Ticks / (SecondsPerStep * TimeSpan.TicksPerSecond);

    public static DateTime StartOf(long step) => new(step * SecondsPerStep * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    /// <summary>What is hashed with the key.</summary>
    public static string Message(Guid trainingId, long step) => string.Create(CultureInfo.InvariantCulture, $"training sign-in {trainingId} {step}");

    /// <summary>The six digits of a hash.</summary>
    public static string Digits(byte[] hash) => (BinaryPrimitives.ReadUInt32BigEndian(hash) % Codes).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>The steps whose code may have stood on the screen when somebody typed it: clocks differ, and a moment told later is told to the minute.</summary>
    public static IEnumerable<long> StepsAround(DateTime typedUtc)
    {
        for (var step = StepOf(typedUtc - Apart); step <= StepOf(typedUtc + Apart); step++)
        {
            yield return step;
        }
    }
}
