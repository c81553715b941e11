using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Partnerships;

/// <summary>From the settings page's small forms to commands. Each says what it does in <c>do</c>, and about what in <c>id</c>.</summary>
public static class SettingsCommands
{
    /// <summary>All that the forms can send.</summary>
    public static Type[] All { get; } =
    [
        typeof(RenamePartnership), typeof(DraftCycle), typeof(AddArea), typeof(RedrawArea), typeof(RemoveArea), typeof(AddTheme), typeof(RenameTheme), typeof(RemoveTheme),
        typeof(FormWorkingGroup), typeof(ChangeWorkingGroup), typeof(DissolveWorkingGroup),
        typeof(RestrictPartnershipToMembers), typeof(OpenPartnershipToAll),
    ];

    /// <returns>Null when the form asks for nothing that there is, or could not be read.</returns>
    public static async Task<Outcome?> Send(Partnership partnership, FormReader form, Guid command, CommandSender commands, CancellationToken ct)
    {
        var id = partnership.Id;
        var name = form.Text("name");
        string about = form.Values["id"];
        switch (form.Values["do"])
        {
            case "rename": return await commands.Send(new RenamePartnership(id, name), command, ct);
            case "add-year":
                return form.Number("year", "year") is { } year ? await commands.Send(new DraftCycle(new CycleId(id, year)), command, ct) : null;
            case "add-area":
                return ShortName(form, name) is { } area ? await commands.Send(new AddArea(id, new Area(new AreaId(area), name, Municipalities(form))), command, ct) : null;
            case "rename-area" when partnership.Areas.ContainsKey(about):
                return await commands.Send(new RedrawArea(id, new Area(new AreaId(about), name, Municipalities(form))), command, ct);
            case "remove-area": return await commands.Send(new RemoveArea(id, new AreaId(about)), command, ct);
            case "add-theme":
                return ShortName(form, name) is { } theme ? await commands.Send(new AddTheme(id, new Theme(new ThemeId(theme), name)), command, ct) : null;
            case "rename-theme": return await commands.Send(new RenameTheme(id, new ThemeId(about), name), command, ct);
            case "remove-theme": return await commands.Send(new RemoveTheme(id, new ThemeId(about)), command, ct);
            case "add-group":
                return ShortName(form, name) is { } group ? await commands.Send(new FormWorkingGroup(id, new WorkingGroup(new WorkingGroupId(group), name, Theme(form), Partners(form))), command, ct) : null;
            case "rename-group" when partnership.WorkingGroups.TryGetValue(about, out var known):
                return await commands.Send(new ChangeWorkingGroup(id, known with { Name = name, Theme = Theme(form), Partners = Partners(form) }), command, ct);
            case "remove-group": return await commands.Send(new DissolveWorkingGroup(id, new WorkingGroupId(about)), command, ct);
            case "restrict": return await commands.Send(new RestrictPartnershipToMembers(id), command, ct);
            case "open": return await commands.Send(new OpenPartnershipToAll(id), command, ct);
            default: return null;
        }
    }

    private static string? ShortName(FormReader form, LocalText name)
    {
        if (name.IsEmpty) form.Refuse(ProblemCodes.TextMissing, "name");
        else if (Slug.From(name.In("fi")) is { Length: > 0 } slug) return slug;
        else form.Refuse(FormProblems.NoShortName, "name", name.In("fi"));
        return null;
    }

    private static ValueList<string> Municipalities(FormReader form) =>
        form.Values["municipalities"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueList();

    private static ValueList<PartnerId> Partners(FormReader form) => form.Values.All("partners").Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Select(id => new PartnerId(id)).ToValueList();

    private static ThemeId? Theme(FormReader form) => form.Optional("theme") is { } id ? new ThemeId(id) : null;
}
