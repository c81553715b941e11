namespace Vuosikello.Domain.Rules;

/// <summary>Adds a heading of the partnership's own, after the others.</summary>
public sealed record AddRulesHeading(PartnershipId Partnership, HeadingId Heading, LocalText Title) : IRulesCommand;

public sealed record RenameRulesHeading(PartnershipId Partnership, HeadingId Heading, LocalText Title) : IRulesCommand;

/// <summary>Removes a heading of the partnership's own under which nothing stands.</summary>
public sealed record RemoveRulesHeading(PartnershipId Partnership, HeadingId Heading) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision AddHeading(WorkingRules state, AddRulesHeading command)
    {
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. Texts.ShortName(command.Heading.Value, RulesFields.Heading),
            .. Texts.Required(command.Title, RulesFields.Title, Texts.NameLimit),
            .. state.Headings.Any(h => h.Id == command.Heading)
                ? new[] { new Problem(ProblemCodes.HeadingExists, RulesFields.Heading, [command.Heading.Value]) } : [],
            .. state.Headings.Count == HeadingLimit
                ? new[] { new Problem(ProblemCodes.TooMany, RulesFields.Heading, [Texts.Iso(HeadingLimit), Texts.Iso(HeadingLimit + 1)]) } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RulesHeadingAdded(command.Heading, command.Title)));
    }

    private static Decision RenameHeading(WorkingRules state, RenameRulesHeading command)
    {
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. Unknown(state, command.Heading),
            .. Texts.Required(command.Title, RulesFields.Title, Texts.NameLimit),
        ];
        return Decision.Unless(problems, () =>
            state.Headings.Any(h => h.Id == command.Heading && h.Title == command.Title)
                ? Decision.Accept()
                : Decision.Accept(new RulesHeadingRenamed(command.Heading, command.Title)));
    }

    private static Decision RemoveHeading(WorkingRules state, RemoveRulesHeading command)
    {
        string heading = command.Heading.Value ?? "";
        int clauses = state.Clauses.Count(c => c.Clause.Heading == command.Heading);
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. Unknown(state, command.Heading),
            .. StandardHeadings.Has(command.Heading) ? new[] { new Problem(ProblemCodes.HeadingIsStandard, RulesFields.Heading, [heading]) } : [],
            .. clauses > 0 ? new[] { new Problem(ProblemCodes.HeadingHasClauses, RulesFields.Heading, [heading, Texts.Iso(clauses)]) } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RulesHeadingRemoved(command.Heading)));
    }
}
