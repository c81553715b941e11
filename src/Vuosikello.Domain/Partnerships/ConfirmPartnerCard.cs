using NodaTime;

namespace Vuosikello.Domain.Partnerships;

/// <summary>Says that all of a partner's card is right, today.</summary>
public sealed record ConfirmPartnerCard(PartnershipId Partnership, PartnerId Partner) : IPartnershipCommand;

/// <summary>Asks every partner to confirm its card about which nobody has said or asked anything for a year. A process sends it.</summary>
public sealed record AskPartnersToConfirm(PartnershipId Partnership) : IPartnershipCommand;

public static partial class PartnershipDecider
{
    private static Decision Confirm(Partnership state, ConfirmPartnerCard command, LocalDate today) =>
        Decision.Unless(NoPartner(state, command.Partner), () => state.Cards[command.Partner.Value].ConfirmedOn == today
            ? Decision.Accept()
            : Decision.Accept(new PartnerCardConfirmed(command.Partner, today)));

    private static Decision Ask(Partnership state, Instant now)
    {
        var due = state.Cards.Where(card => CardDates.MorningOf(card.Value.AskOn) <= now).Select(card => new PartnerId(card.Key)).ToValueList();
        return due.Count == 0 ? Decision.Accept() : Decision.Accept(new PartnersAskedToConfirm(due, CardDates.DayOf(now)));
    }
}
