using Vuosikello.Domain;

namespace Vuosikello.Architecture.Tests;

public sealed class The_names_of_things
{
    private static readonly string[] Imperatives =
    [
        "Accept", "Add", "Admit", "Adopt", "Allow", "Amend", "Answer", "Appoint", "Approve", "Ask", "Bring", "Cancel", "Change", "Close", "Confirm", "Create",
        "Decline", "Dismiss", "Dissolve", "Draft", "Drop", "Edit", "End", "Erase", "Form", "Found", "Give", "Grant", "Invite", "Let", "Make", "Mark", "Move", "Offer",
        "Open", "Plan", "Prolong", "Propose", "Put", "Redraw", "Refuse", "Register", "Reinstate", "Remind", "Remove", "Rename", "Reopen", "Replan", "Reschedule",
        "Restrict", "Return", "Revise", "Revoke", "Roll", "Send", "Set", "Sign", "Take", "Withdraw",
    ];

    // participles that do not end in -ed
    private static readonly string[] Irregular = ["Held", "Chosen", "Withdrawn", "Redrawn", "Left", "Made", "Set", "Came", "Fell", "Given", "Put", "Sent", "Taken"];

    private static IEnumerable<Type> All<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsClass && !t.IsAbstract && t.IsAssignableTo(typeof(T)));

    private static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal) || Irregular.Contains(word, StringComparer.Ordinal);

    private static string[] Words(string name) =>
        [.. System.Text.RegularExpressions.Regex.Split(name, "(?<!^)(?=[A-Z])", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))];

    [Fact]
    public void Commands_say_what_is_to_be_done() =>
        Assert.DoesNotContain(All<ICommand>().Select(c => c.Name), name => !Imperatives.Contains(Words(name)[0], StringComparer.Ordinal));

    [Fact]
    public void Events_say_what_happened() =>
        Assert.DoesNotContain(All<IEvent>().Select(e => e.Name), name => !Words(name).Any(IsPast));

    [Theory]
    [InlineData("ActivityUpdate")]
    [InlineData("CancelActivity")]
    public void A_name_that_does_not_would_be_found(string name) => Assert.DoesNotContain(Words(name), IsPast);

    [Fact]
    public void No_event_merely_says_that_something_was_updated() =>
        Assert.DoesNotContain(All<IEvent>().Select(e => e.Name), name => name.EndsWith("Updated", StringComparison.Ordinal));

    [Fact]
    public void Commands_and_events_are_plain_immutable_records()
    {
        var types = All<ICommand>().Concat(All<IEvent>()).ToArray();
        Assert.All(types, type => Assert.True(type.IsSealed, $"{type.Name} is not sealed"));
        Assert.All(types.SelectMany(t => t.GetProperties()).Where(p => p.SetMethod is not null), property =>
            Assert.Contains(
                typeof(System.Runtime.CompilerServices.IsExternalInit),
                property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
    }

    [Fact]
    public void Problem_codes_are_in_kebab_case_and_each_is_one_of_a_kind()
    {
        var codes = typeof(ProblemCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToArray();
        Assert.All(codes, code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code));
        Assert.Equal(codes.Length, codes.Distinct(StringComparer.Ordinal).Count());
    }
}
