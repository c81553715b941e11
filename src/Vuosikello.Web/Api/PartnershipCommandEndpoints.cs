using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Web.Api;

/// <summary>The commands to partnerships.</summary>
public static class PartnershipCommandEndpoints
{
    private const string One = "/partnerships/{partnership}";

    public static void MapPartnershipCommands(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Partnerships");
        all.Command<LocalText, FoundPartnership>("PUT", One, "Founds a partnership.", (r, name) => new(r.Partnership, name));
        all.Command<LocalText, RenamePartnership>("PUT", $"{One}/name", "Renames a partnership.", (r, name) => new(r.Partnership, name));

        all.Command<Area, AddArea>("POST", $"{One}/areas", "Adds an area.", (r, area) => new(r.Partnership, area));
        all.Command<AreaBody, RedrawArea>("PUT", $"{One}/areas/{{area}}", "Gives an area another name or other municipalities.",
            (r, body) => new(r.Partnership, new Area(new(r.Slug("area")), body.Name, body.Municipalities)));
        all.Command("DELETE", $"{One}/areas/{{area}}", "Removes an area.", r => new RemoveArea(r.Partnership, new(r.Slug("area"))));

        all.Command<Theme, AddTheme>("POST", $"{One}/themes", "Adds a theme.", (r, theme) => new(r.Partnership, theme));
        all.Command<LocalText, RenameTheme>("PUT", $"{One}/themes/{{theme}}/name", "Renames a theme.", (r, name) => new(r.Partnership, new(r.Slug("theme")), name));
        all.Command("DELETE", $"{One}/themes/{{theme}}", "Removes a theme.", r => new RemoveTheme(r.Partnership, new(r.Slug("theme"))));

        all.Command<Partner, AdmitPartner>("POST", $"{One}/partners", "Admits a partner.", (r, partner) => new(r.Partnership, partner));
        all.Command<PartnerBody, ChangePartnerCard>("PUT", $"{One}/partners/{{partner}}", "Changes a partner's card. What others changed since the version of If-Match clashes (409).",
            (r, body) => new(r.Partnership, new Partner(
                r.Partner, body.Kind, body.Name, body.Areas, body.Themes, body.BusinessId, body.RegisterNumber, body.WebPage, body.Contacts), new(r.Reader.Version(r.Http)))).NeedsVersion();
        all.Command<ValueList<Partner>, BringInPartners>("POST", $"{One}/partners/bring-in", "Admits new partners and changes the cards of those that are there: up to 500, all of them or none. What others changed of these cards since the version of If-Match clashes (409).",
            (r, partners) => new(r.Partnership, partners, r.Reader.Version(r.Http))).NeedsVersion();
        all.Command("POST", $"{One}/partners/{{partner}}/confirm", "Confirms that all of a partner's card is right today.", r => new ConfirmPartnerCard(r.Partnership, r.Partner));
        all.Command("DELETE", $"{One}/partners/{{partner}}", "Dismisses a partner.", r => new DismissPartner(r.Partnership, new(r.Slug("partner"))));

        all.Command<WorkingGroup, FormWorkingGroup>("POST", $"{One}/working-groups", "Forms a working group.", (r, group) => new(r.Partnership, group));
        all.Command<WorkingGroupBody, ChangeWorkingGroup>("PUT", $"{One}/working-groups/{{group}}", "Changes a working group.",
            (r, body) => new(r.Partnership, new WorkingGroup(new(r.Slug("group")), body.Name, body.Theme, body.Partners)));
        all.Command("DELETE", $"{One}/working-groups/{{group}}", "Dissolves a working group.", r => new DissolveWorkingGroup(r.Partnership, new(r.Slug("group"))));
    }
}

public sealed record AreaBody(LocalText Name, ValueList<string> Municipalities);

/// <param name="Contacts">All of them: one that is left out is taken off the card, and whoever holds it is forgotten.</param>
public sealed record PartnerBody(
    PartnerKind Kind, LocalText Name, ValueList<AreaId> Areas, ValueList<ThemeId> Themes, BusinessId? BusinessId = null, RegisterNumber? RegisterNumber = null, string? WebPage = null,
    ValueList<PartnerContact>? Contacts = null);

public sealed record WorkingGroupBody(LocalText Name, ThemeId? Theme, ValueList<PartnerId> Partners);
