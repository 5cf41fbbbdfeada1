using System.Reflection;
using System.Reflection.Emit;
using LegalAid.Rules.Common;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Walks once through a method's instructions with a stack that holds, for each value, the places it may have come from; where ways meet, both count.</summary>
internal sealed class MethodWalk
{
    private static readonly Place[] Nowhere = [];
    private static readonly string[] OfPeriods = ["get_Length", "get_Unit", "get_RollsOverHolidays", "LengthText"];
    private readonly MethodBase method;
    private readonly SettingFlow flow;
    private readonly Type[] typeArguments;
    private readonly Type[] methodArguments;
    private readonly Dictionary<int, Place[][]> arriving;
    private Stack<Place[]> stack = [];

    public MethodWalk(MethodBase method, SettingFlow flow)
    {
        (this.method, this.flow) = (method, flow);
        typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        arriving = Instruction.Handlers(method).ToDictionary(handler => handler.At, handler => handler.Catches ? new[] { Nowhere } : []);
    }

    public void Walk()
    {
        var left = false;
        foreach (var instruction in Instruction.Of(method))
        {
            if (arriving.TryGetValue(instruction.At, out var held))
            {
                stack = new(left || stack.Count != held.Length ? held : Both([.. stack.Reverse()], held));
            }
            else if (left)
            {
                stack = [];
            }

            Step(instruction);
            foreach (var target in instruction.Targets)
            {
                Place[][] now = [.. stack.Reverse()];
                arriving[target] = arriving.TryGetValue(target, out var before) && before.Length == now.Length ? Both(before, now) : now;
            }

            left = instruction.Leaves;
        }
    }

    private static Place[][] Both(Place[][] one, Place[][] other) => [.. one.Zip(other, (a, b) => a.Union(b).ToArray())];

    private void Step(Instruction step)
    {
        switch (step.Code.OperandType, step.Code.Name!.Split('.')[0])
        {
            case (OperandType.InlineMethod, "call" or "callvirt" or "newobj"):
                Call(method.Module.ResolveMethod(step.Operand, typeArguments, methodArguments)!, step.Code == OpCodes.Newobj);
                break;
            case (OperandType.InlineField, _):
                Field(step, method.Module.ResolveField(step.Operand, typeArguments, methodArguments)!);
                break;
            case (_, "ldarg" or "ldarga"):
                stack.Push([Place.Argument(method, step.Index)]);
                break;
            case (_, "ldloc" or "ldloca"):
                stack.Push([Place.Local(method, step.Index)]);
                break;
            case (_, "stloc"):
                flow.Lead(stack.Pop(), Place.Local(method, step.Index));
                break;
            case (_, "ret"):
                flow.Lead(stack.TryPop(out var made) ? made : [], Place.Returned(method));
                break;
            case (_, "dup"):
                stack.Push(stack.Peek());
                break;
            case (_, "castclass" or "isinst"):
                break;
            default:
                Other(step);
                break;
        }
    }

    // Into an array, or behind a reference: from there nobody follows it, so it counts as read.
    private void Other(Instruction step)
    {
        if (step.Code.Name!.StartsWith("stelem", StringComparison.Ordinal) || step.Code == OpCodes.Stind_Ref || step.Code == OpCodes.Stobj)
        {
            flow.Ask(stack.Peek());
        }

        stack = new(stack.Skip(step.Pops).Reverse().Concat(Enumerable.Repeat(Nowhere, step.Pushes)));
    }

    private void Field(Instruction step, FieldInfo field)
    {
        var stored = step.Code == OpCodes.Stfld || step.Code == OpCodes.Stsfld ? stack.Pop() : null;
        if (step.Code.Name is "stfld" or "ldfld" or "ldflda")
        {
            stack.Pop();
        }

        if (stored is null)
        {
            stack.Push([Place.Of(field)]);
        }
        else
        {
            flow.Lead(stored, Place.Of(field));
        }
    }

    private void Call(MethodBase called, bool makes)
    {
        var ours = called.Module.Assembly.GetName().Name!.StartsWith("LegalAid", StringComparison.Ordinal);
        foreach (var parameter in called.GetParameters().Reverse())
        {
            Give(stack.Pop(), parameter, called, ours);
        }

        var target = called.IsStatic || makes ? Nowhere : stack.Pop();
        var ofSetting = SettingFlow.IsSetting(called.DeclaringType!);
        if (ofSetting && (called.Name == $"get_{nameof(Setting<>.Value)}" || OfPeriods.Contains(called.Name, StringComparer.Ordinal)))
        {
            flow.Ask(target);
        }

        if (makes || called is MethodInfo { ReturnType: var returned } && returned != typeof(void))
        {
            stack.Push(called.Name == "<Clone>$" ? target : ours && !ofSetting && !makes ? [Place.Returned(called)] : Nowhere);
        }
    }

    private void Give(Place[] given, ParameterInfo parameter, MethodBase called, bool ours)
    {
        if (ours)
        {
            flow.Lead(given, Place.Argument(called, parameter.Position + (called.IsStatic ? 0 : 1)));
        }
        else if (SettingFlow.MayHold(parameter.ParameterType))
        {
            flow.Ask(given);
        }
    }
}
