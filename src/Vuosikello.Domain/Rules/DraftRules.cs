namespace Vuosikello.Domain.Rules;

/// <summary>Begins a partnership's first draft: the standard headings, with these clauses under them (from a template, say) or with none.</summary>
public sealed record DraftRules(PartnershipId Partnership, ValueList<RulesClause> Clauses) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision Draft(WorkingRules? state, DraftRules command)
    {
        IEnumerable<Problem> problems =
        [
            .. state is null ? Array.Empty<Problem>() : [new Problem(ProblemCodes.RulesExist, "partnership", [command.Partnership.Value])],
            .. Texts.Few(command.Clauses, ClauseLimit, "clauses"),
            .. Texts.Once(command.Clauses.Select(c => c.Id).ToValueList(), "clauses"),
            .. command.Clauses.Where(c => !StandardHeadings.Has(c.Heading))
                .Select(c => new Problem(ProblemCodes.NoSuchHeading, RulesFields.Heading, [c.Heading.Value ?? ""])),
            .. command.Clauses.SelectMany(c => Badly(c.Title, c.Text)),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RulesDrafted(command.Partnership, StandardHeadings.All, InOrder(command.Clauses))));
    }

    private static ValueList<RulesClause> InOrder(ValueList<RulesClause> clauses) =>
        StandardHeadings.All.SelectMany(heading => clauses.Where(c => c.Heading == heading.Id)).ToValueList();
}
