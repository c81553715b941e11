using NodaTime;

namespace Vuosikello.Domain;

/// <summary>Something that happened, named in the past tense. Its stored name and JSON are fixed in Vuosikello.Events.</summary>
public interface IEvent;

/// <summary>What somebody wants to happen, named in the imperative: plain data, decided by the decider of its aggregate.</summary>
public interface ICommand;

/// <summary>A command within a partnership, as nearly all are; the others are to the server itself.</summary>
public interface ICommandWithin : ICommand
{
    /// <summary>The partnership in which rights are looked up.</summary>
    PartnershipId Partnership { get; }
}

/// <summary>Who did something, when and by which command. It is stored beside the event, and is the same for all events of one command.</summary>
/// <param name="Command">The intention that caused the event.</param>
/// <param name="By">The person.</param>
/// <param name="For">The organisation the person acted for; null for the partnership itself (its coordinator).</param>
/// <param name="At">When the command was given, UTC.</param>
public sealed record Stamp(CommandId Command, MemberId By, PartnerId? For, Instant At);

/// <summary>An event with its place in its stream and its stamp: what deciders fold.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Version">The event's number in its stream; the first is 0.</param>
/// <param name="Stamp">Who, when, why.</param>
public readonly record struct Fact(IEvent Event, long Version, Stamp Stamp);

/// <summary>The last change of a field, a clause or another part: the version of the event that made it, and its stamp.</summary>
public readonly record struct Touch(long Version, Stamp Stamp);

/// <summary>What a decider answers: events, a refusal with reasons, or a clash of edits that only the editor can settle.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>These events happen; none when everything is already as wanted.</summary>
    public sealed record Accepted(ValueList<IEvent> Events) : Decision;

    /// <summary>Nothing happens, for these reasons.</summary>
    public sealed record Refused(ValueList<Problem> Problems) : Decision;

    /// <summary>Nothing happens: others changed the same fields since the version that the edit was based on.</summary>
    public sealed record Clashed(ValueList<Clash> Clashes) : Decision;

    public static Decision Accept(params ReadOnlySpan<IEvent> events) => new Accepted(ValueList.Create(events));
    public static Decision Refuse(params ReadOnlySpan<Problem> problems) => new Refused(ValueList.Create(problems));

    /// <summary>Refuses for all of these problems; where there is none, decides as <paramref name="otherwise"/> says.</summary>
    public static Decision Unless(IEnumerable<Problem> problems, Func<Decision> otherwise)
    {
        var found = problems.ToValueList();
        return found.Count > 0 ? new Refused(found) : otherwise();
    }
}

/// <summary>One reason for a refusal. The page and the API say it in the reader's language, looked up by <see cref="Code"/>.</summary>
/// <param name="Code">A stable name in kebab-case, such as <c>end-before-start</c>; see <see cref="ProblemCodes"/>.</param>
/// <param name="Field">The field that is wrong, in camelCase as the API names it; empty when it is the whole.</param>
/// <param name="Arguments">What the message is filled with, in order.</param>
public sealed record Problem(string Code, string Field, ValueList<string> Arguments)
{
    public Problem(string code, string field = "") : this(code, field, []) { }
}

/// <summary>Two people changed one field: nobody loses, the second one chooses.</summary>
/// <param name="Field">The field, in camelCase as the API names it.</param>
/// <param name="Yours">The value that was refused, of the field's type.</param>
/// <param name="Theirs">The value that stands now, of the field's type.</param>
/// <param name="Version">The version in which it came to stand.</param>
/// <param name="Stamp">Who brought it about, for whom, and when.</param>
public sealed record Clash(string Field, object? Yours, object? Theirs, long Version, Stamp Stamp);

/// <summary>A new value for a field. Absent (null) where a command leaves the field as it is.</summary>
public readonly record struct Edit<T>(T To);

/// <summary>A fold: how a state follows from what happened.</summary>
public interface IState<TSelf> where TSelf : class, IState<TSelf>
{
    /// <summary>The version of the last event folded in.</summary>
    long Version { get; }

    /// <summary>Folds one more fact. <paramref name="state"/> is null before the first.</summary>
    static abstract TSelf? Evolve(TSelf? state, Fact fact);
}
