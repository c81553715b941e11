using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Mail;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Partners;

/// <summary>
/// Mails those who answer for an organisation when it was asked whether its card is still right: each address once for each day of asking, however often and on
/// however many servers it is tried.
/// </summary>
public sealed class CardLetters(
    IPartnershipViews partnerships, CardReaders readers, Counts counts, Outbox outbox, MailSettings mail, FeedSettings feeds, IConfiguration configuration,
    IStringLocalizer<PartnerTexts> texts, IClock clock) : IDisposable
{
    /// <summary>Later than this nobody is mailed any more: the register says what is due. Less than <see cref="Limit.CardLetters"/> remembers.</summary>
    private static readonly Period Late = Period.FromDays(14);

    /// <summary>For so long a letter is tried.</summary>
    private static readonly Duration Tried = Duration.FromDays(3);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HashSet<(PartnershipId, PartnerId, LocalDate)> _mailed = [];

    /// <summary>Whether letters can be sent: mails get anywhere, and the setting <c>PublicAddress</c> says where their links lead.</summary>
    private bool CanSend => mail.CanSend && configuration["PublicAddress"] is { Length: > 0 };

    /// <summary>Mails all who are to be mailed and were not yet.</summary>
    public async Task SendAll(CancellationToken ct)
    {
        if (!CanSend) return;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            foreach (var view in partnerships.All) await SendIn(view, ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task SendIn(PartnershipView view, CancellationToken ct)
    {
        var today = CardDates.DayOf(clock.GetCurrentInstant());
        var asked =
        (
            from card in view.State.Cards
            where card.Value.AskedOn is { } day && day + Late >= today && !(card.Value.ConfirmedOn >= day)
            let question = (view.Id, Partner: new PartnerId(card.Key), Day: card.Value.AskedOn!.Value)
            where !_mailed.Contains(question)
            select question
        ).ToList();
        if (asked.Count == 0) return;
        var known = await readers.In(view, ct);
        foreach (var question in asked)
        {
            var card = view.State.Partners[question.Partner.Value];
            foreach (var reader in await known.Of(card, ct)) await Send(view, card, question.Day, reader, ct);
            _mailed.Add(question);
        }
    }

    private async Task Send(PartnershipView view, Partner card, LocalDate day, CardReader reader, CancellationToken ct)
    {
        string letter = string.Join('\n', view.Id, card.Id, LocalDatePattern.Iso.Format(day), reader.Address.Key);
        if (!await counts.Try(Limit.CardLetters, letter, ct)) return;
        try
        {
            await outbox.Send(reader.Address, "card", LanguageSetup.In(reader.Language, () => Compose(view, card)), Tried, ct);
        }
        catch
        {
            await counts.Forget(Limit.CardLetters, letter, CancellationToken.None);
            throw;
        }
    }

    private Letter Compose(PartnershipView view, Partner card)
    {
        string name = card.Name.In(LanguageSetup.Current), partnership = view.State.Name.In(LanguageSetup.Current);
        string link = new FeedHost(feeds.PublicAddress).Full(PartnerAddresses.Of(view.Id, card.Id));
        return new(texts["LetterSubject", name], texts["LetterText", name, partnership, link]);
    }
}
