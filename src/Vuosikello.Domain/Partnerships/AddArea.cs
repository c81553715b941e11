namespace Vuosikello.Domain.Partnerships;

public sealed record AddArea(PartnershipId Partnership, Area Area) : IPartnershipCommand;

/// <summary>Gives an area another name or other municipalities.</summary>
public sealed record RedrawArea(PartnershipId Partnership, Area Area) : IPartnershipCommand;

/// <summary>Removes an area. Activities that name it keep it.</summary>
public sealed record RemoveArea(PartnershipId Partnership, AreaId Area) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    private static Decision Add(Partnership state, AddArea command)
    {
        string slug = command.Area.Id.Value ?? "";
        IEnumerable<Problem> problems =
        [
            .. New(slug, state.Areas.ContainsKey(slug), state.Areas.Count, ListLimit, "area", ProblemCodes.AreaExists),
            .. Drawn(command.Area),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AreaAdded(command.Area)));
    }

    private static Decision Redraw(Partnership state, RedrawArea command)
    {
        var before = state.Areas.GetValueOrDefault(command.Area.Id.Value ?? "");
        IEnumerable<Problem> problems = [.. NoArea(state, command.Area.Id), .. Drawn(command.Area)];
        return Decision.Unless(problems, () =>
            before == command.Area ? Decision.Accept() : Decision.Accept(new AreaRedrawn(command.Area)));
    }

    private static Decision Remove(Partnership state, RemoveArea command) =>
        Decision.Unless(NoArea(state, command.Area), () => Decision.Accept(new AreaRemoved(command.Area)));

    private static IEnumerable<Problem> NoArea(Partnership state, AreaId area) =>
        Missing(state.Areas.ContainsKey(area.Value ?? ""), area.Value, "area", ProblemCodes.NoSuchArea);

    private static IEnumerable<Problem> Drawn(Area area)
    {
        const string field = "municipalities";
        return
        [
            .. Name(area.Name),
            .. Texts.Few(area.Municipalities, ListLimit, field),
            .. Texts.Once(area.Municipalities, field),
            .. area.Municipalities.SelectMany(m => Texts.Required(new LocalText(m), field, Texts.NameLimit)).Distinct(),
        ];
    }
}
