namespace Vuosikello.Domain.Partnerships;

/// <summary>Admits new partners and changes the cards of those that are there, as a table says: all of them or none.</summary>
/// <param name="Partners">Up to <see cref="Most"/>; the cards as they are to be.</param>
public sealed record BringInPartners(PartnershipId Partnership, ValueList<Partner> Partners) : IPartnershipCommand
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
        IEnumerable<Problem> problems =
        [
            .. Texts.Few(command.Partners, BringInPartners.Most, field),
            .. Texts.Once(command.Partners.Select(card => card.Id).ToValueList(), field),
            .. added > 0 && all > PartnerLimit ? new[] { new Problem(ProblemCodes.TooMany, field, [Texts.Iso(PartnerLimit), Texts.Iso(all)]) } : [],
            .. command.Partners.SelectMany(card => Texts.ShortName(card.Id.Value, field)),
            .. command.Partners.SelectMany(card => Card(state, card, state.Partners.GetValueOrDefault(card.Id.Value ?? ""))).Distinct(),
        ];
        return Decision.Unless(problems, () => Decision.Accept([.. command.Partners.Select(card => Brought(state, card)).OfType<IEvent>()]));
    }

    /// <summary>Null where the card is so already.</summary>
    private static IEvent? Brought(Partnership state, Partner card) =>
        !state.Partners.TryGetValue(card.Id.Value, out var before) ? new PartnerJoined(card)
        : before == card ? null : new PartnerCardChanged(card);
}
