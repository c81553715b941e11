namespace Vuosikello.Domain.Partnerships;

public sealed record AdmitPartner(PartnershipId Partnership, Partner Partner) : IPartnershipCommand;

/// <summary>Writes a partner's card.</summary>
/// <param name="BasedOn">The partnership's version that the editor saw, and what they changed; null to write it whatever it says.</param>
public sealed record ChangePartnerCard(PartnershipId Partnership, Partner Partner, CardBasis? BasedOn = null) : IPartnershipCommand;

/// <summary>Lets a partner go. Activities and groups that name it keep it.</summary>
public sealed record DismissPartner(PartnershipId Partnership, PartnerId Partner) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    /// <summary>The most roles in which an organisation is reached.</summary>
    private const int ContactLimit = 20;

    /// <summary>The most characters of such a role.</summary>
    private const int RoleLimit = 200;

    private static Decision Admit(Partnership state, AdmitPartner command)
    {
        string slug = command.Partner.Id.Value ?? "";
        IEnumerable<Problem> problems =
        [
            .. New(slug, state.Partners.ContainsKey(slug), state.Partners.Count, PartnerLimit, "partner", ProblemCodes.PartnerExists),
            .. Card(state, command.Partner, before: null),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new PartnerJoined(command.Partner)));
    }

    private static Decision Change(Partnership state, ChangePartnerCard command)
    {
        var before = state.Partners.GetValueOrDefault(command.Partner.Id.Value ?? "");
        var wanted = before is null ? command.Partner : PartnerFields.All.Merged(before, command.Partner, command.BasedOn);
        IEnumerable<Problem> problems =
            [.. NoPartner(state, command.Partner.Id), .. CardBasis.FromTheFuture(command.BasedOn, state.Version), .. Card(state, wanted, before)];
        return Decision.Unless(problems, () => before == wanted ? Decision.Accept()
            : Clashes(state, wanted, command.BasedOn) is { Count: > 0 } clashes ? new Decision.Clashed(clashes)
            : Decision.Accept(new PartnerCardChanged(wanted)));
    }

    private static Decision Dismiss(Partnership state, DismissPartner command) =>
        Decision.Unless(NoPartner(state, command.Partner), () => Decision.Accept(new PartnerLeft(command.Partner)));

    private static ValueList<Clash> Clashes(Partnership state, Partner wanted, CardBasis? basis) =>
        !state.Partners.TryGetValue(wanted.Id.Value, out var now) ? []
        : PartnerFields.All.Clashes(wanted, now, basis, field => state.Cards[wanted.Id.Value].Touched.TryGetValue(field, out var touch) ? touch : null);

    private static IEnumerable<Problem> NoPartner(Partnership state, PartnerId partner) =>
        Missing(state.Partners.ContainsKey(partner.Value ?? ""), partner.Value, "partner", ProblemCodes.NoSuchPartner);

    private static IEnumerable<Problem> Card(Partnership state, Partner card, Partner? before) =>
    [
        .. Name(card.Name),
        .. Numbers(card),
        .. Texts.Link(card.WebPage, "webPage"),
        .. Reached(card.Contacts),
        .. Known(card.Areas, before?.Areas, a => state.Areas.ContainsKey(a.Value ?? ""), ListLimit, "areas", ProblemCodes.NoSuchArea),
        .. Known(card.Themes, before?.Themes, t => state.Themes.ContainsKey(t.Value ?? ""), ListLimit, "themes", ProblemCodes.NoSuchTheme),
    ];

    private static IEnumerable<Problem> Numbers(Partner card)
    {
        if (card.BusinessId is { } business && !BusinessId.IsValid(business.Value))
            yield return new Problem(ProblemCodes.BusinessIdInvalid, "businessId", [business.Value ?? ""]);
        if (card.RegisterNumber is { } number && !RegisterNumber.IsValid(number.Value))
            yield return new Problem(ProblemCodes.RegisterNumberInvalid, "registerNumber", [number.Value ?? ""]);
    }

    private static IEnumerable<Problem> Reached(ValueList<PartnerContact> contacts) =>
    [
        .. Texts.Few(contacts, ContactLimit, "contacts"),
        .. Texts.Once(contacts.Select(contact => contact.Id).ToValueList(), "contacts"),
        .. contacts.SelectMany(contact => Texts.Required(contact.Role, "contacts", RoleLimit)).Distinct(),
        .. contacts.Any(contact => contact is { Member: not null, Visibility: ContactVisibility.Public }) ? new[] { new Problem(ProblemCodes.MemberContactNotPublic, "contacts") } : [],
    ];
}
