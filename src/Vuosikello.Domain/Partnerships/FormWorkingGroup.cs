namespace Vuosikello.Domain.Partnerships;

public sealed record FormWorkingGroup(PartnershipId Partnership, WorkingGroup Group) : IPartnershipCommand;

public sealed record ChangeWorkingGroup(PartnershipId Partnership, WorkingGroup Group) : IPartnershipCommand;

public sealed record DissolveWorkingGroup(PartnershipId Partnership, WorkingGroupId Group) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    private static Decision Form(Partnership state, FormWorkingGroup command)
    {
        string slug = command.Group.Id.Value ?? "";
        IEnumerable<Problem> problems =
        [
            .. New(slug, state.WorkingGroups.ContainsKey(slug), state.WorkingGroups.Count, ListLimit, "group", ProblemCodes.WorkingGroupExists),
            .. Members(state, command.Group, before: null),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new WorkingGroupFormed(command.Group)));
    }

    private static Decision Change(Partnership state, ChangeWorkingGroup command)
    {
        var before = state.WorkingGroups.GetValueOrDefault(command.Group.Id.Value ?? "");
        IEnumerable<Problem> problems = [.. NoGroup(state, command.Group.Id), .. Members(state, command.Group, before)];
        return Decision.Unless(problems, () =>
            before == command.Group ? Decision.Accept() : Decision.Accept(new WorkingGroupChanged(command.Group)));
    }

    private static Decision Dissolve(Partnership state, DissolveWorkingGroup command) =>
        Decision.Unless(NoGroup(state, command.Group), () => Decision.Accept(new WorkingGroupDissolved(command.Group)));

    private static IEnumerable<Problem> NoGroup(Partnership state, WorkingGroupId group) =>
        Missing(state.WorkingGroups.ContainsKey(group.Value ?? ""), group.Value, "group", ProblemCodes.NoSuchWorkingGroup);

    private static IEnumerable<Problem> Members(Partnership state, WorkingGroup group, WorkingGroup? before) =>
    [
        .. Name(group.Name),
        .. group.Theme is { } theme && theme != before?.Theme ? NoTheme(state, theme) : [],
        .. Known(group.Partners, before?.Partners, p => state.Partners.ContainsKey(p.Value ?? ""), PartnerLimit, "partners", ProblemCodes.NoSuchPartner),
    ];
}
