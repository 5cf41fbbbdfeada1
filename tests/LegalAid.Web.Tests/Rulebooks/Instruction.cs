using System.Reflection;
using System.Reflection.Emit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>One instruction of compiled code: where it stands, what it does, with which operand, and where the next one stands.</summary>
internal readonly record struct Instruction(int At, OpCode Code, int Operand, int Next, IReadOnlyList<int> Targets)
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<Instruction> Of(MethodBase method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var instruction = Read(il, at);
            yield return instruction;
            at = instruction.Next;
        }
    }

    /// <summary>Where the handlers of exceptions begin; a caught exception lies on the stack, a finally begins with nothing.</summary>
    public static IEnumerable<(int At, bool Catches)> Handlers(MethodBase method) =>
        method.GetMethodBody()!.ExceptionHandlingClauses.SelectMany(clause => clause.Flags switch
        {
            ExceptionHandlingClauseOptions.Clause => new[] { (clause.HandlerOffset, true) },
            ExceptionHandlingClauseOptions.Filter => [(clause.HandlerOffset, true), (clause.FilterOffset, true)],
            _ => [(clause.HandlerOffset, false)],
        });

    public int Pops => Count(Code.StackBehaviourPop);

    public int Pushes => Count(Code.StackBehaviourPush);

    /// <summary>Whether the instruction after this one is reached from elsewhere only.</summary>
    public bool Leaves => Code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw;

    /// <summary>Which argument or local: in the operand, or in the name itself (ldarg.0).</summary>
    public int Index => Code.OperandType == OperandType.InlineNone ? Code.Name![^1] - '0' : Operand;

    private static Instruction Read(byte[] il, int at)
    {
        var code = Codes[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
        var start = at + code.Size;
        var (size, operand) = code.OperandType switch
        {
            OperandType.InlineNone => (0, 0),
            OperandType.ShortInlineBrTarget => (1, unchecked((sbyte)il[start])),
            OperandType.ShortInlineI or OperandType.ShortInlineVar => (1, il[start]),
            OperandType.InlineVar => (2, BitConverter.ToUInt16(il, start)),
            OperandType.InlineI8 or OperandType.InlineR => (8, 0),
            OperandType.InlineSwitch => (4 + (4 * BitConverter.ToInt32(il, start)), 0),
            _ => (4, BitConverter.ToInt32(il, start)),
        };
        var next = start + size;
        return new(at, code, operand, next, code.OperandType switch
        {
            OperandType.ShortInlineBrTarget or OperandType.InlineBrTarget => [next + operand],
            OperandType.InlineSwitch => [.. Enumerable.Range(1, (size / 4) - 1).Select(i => next + BitConverter.ToInt32(il, start + (4 * i)))],
            _ => [],
        });
    }

    private static int Count(StackBehaviour behaviour) => behaviour is StackBehaviour.Pop0 or StackBehaviour.Push0 ? 0 : behaviour.ToString().Split('_').Length;
}
