namespace Vuosikello.Domain.Partnerships;

/// <summary>Admits new partners and changes the cards of those that are there, as a table says: all of them or none.</summary>
/// <param name="Partners">Up to <see cref="Most"/>; the cards as they are to be.</param>
/// <param name="BasedOn">The partnership's version with which the table was compared; null to write the cards whatever they say.</param>
public sealed record BringInPartners(PartnershipId Partnership, ValueList<Partner> Partners, long? BasedOn = null) : IPartnershipCommand
{
    /// <summary>The most cards of one command: their events fit in one append of either store.</summary>
    public const int Most = 500;
}

public static partial class PartnershipDecider
{
    private static Decision BringIn(Partnership state, BringInPartners command)
    {
        const string field = "partners";
        int added = command.Partners.Count(card => !state.Partners.ContainsKey(card.Id.Value ?? ""));
        int all = state.Partners.Count + added;
        var basis = command.BasedOn is { } version ? new CardBasis(version) : null;
        IEnumerable<Problem> problems =
        [
            .. CardBasis.FromTheFuture(basis, state.Version),
            .. Texts.Few(command.Partners, BringInPartners.Most, field),
            .. Texts.Once(command.Partners.Select(card => card.Id).ToValueList(), field),
            .. added > 0 && all > PartnerLimit ? new[] { new Problem(ProblemCodes.TooMany, field, [Texts.Iso(PartnerLimit), Texts.Iso(all)]) } : [],
            .. command.Partners.SelectMany(card => Texts.ShortName(card.Id.Value, field)),
            .. command.Partners.SelectMany(card => Card(state, card, state.Partners.GetValueOrDefault(card.Id.Value ?? ""))).Distinct(),
        ];
        return Decision.Unless(problems, () => ClashesIn(state, command.Partners, basis) is { Count: > 0 } clashes
            ? new Decision.Clashed(clashes)
            : Decision.Accept([.. command.Partners.Select(card => Brought(state, card)).OfType<IEvent>()]));
    }

    private static ValueList<Clash> ClashesIn(Partnership state, ValueList<Partner> cards, CardBasis? basis) =>
        cards.SelectMany(card => Clashes(state, card, basis).Select(clash => clash with { Field = $"{card.Id}.{clash.Field}" })).ToValueList();

    /// <summary>Null where the card is so already.</summary>
    private static IEvent? Brought(Partnership state, Partner card) =>
        !state.Partners.TryGetValue(card.Id.Value, out var before) ? new PartnerJoined(card)
        : before == card ? null : new PartnerCardChanged(card);
}
