using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections;
using Vuosikello.Web.Partners;

namespace Vuosikello.Web.Tests.Partners;

/// <summary>Once a year those who answer for an organisation are asked by mail whether its card is still right.</summary>
public sealed class Letters_about_cards : IAsyncDisposable
{
    private static readonly PartnershipId Here = new("kuuma-seutu");
    private static readonly PartnerId Appletree = new("omenapuu");
    private static readonly MemberId Editor = new(new Guid("0c5a3f10-7a51-4d0b-8a61-000000000020"));
    private readonly Post _post = new();
    private readonly Site _site;

    public Letters_about_cards() => _site = new Site
    {
        Also = builder => builder.UseSetting("PublicAddress", "https://vuosikello.example").ConfigureTestServices(services => services.AddSingleton<IMailTransport>(_post)),
    };

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Contacts_and_those_who_may_confirm_it_get_one_each_in_their_language_and_whoever_was_erased_none()
    {
        await _site.Visit();
        await _site.Services.GetRequiredService<PersonsStore>().Change(Editor, "Muokkaaja, Omenapuu", "sv", Ct);
        Assert.True(EmailAddress.TryRead("oksa@example.org", out var erased));
        Assert.Equal(1, await _site.Services.GetRequiredService<ContactPersons>().Erase(erased, Ct));

        _site.Clock.Now = Site.Today + Duration.FromDays(366);
        await Ask(_site.Clock.Now);
        await Letters.SendAll(Ct);
        await AnotherServersLetters().SendAll(Ct);

        Assert.Equal(
            [
                "jasen-20@vuosikello.example: Är uppgifterna aktuella? Grannföreningen Äppelträdet (påhittad)",
                "jasen-21@vuosikello.example: Ovatko tiedot ajan tasalla? Omenapuun naapuriyhdistys (kuvitteellinen)",
                "omena@example.org: Ovatko tiedot ajan tasalla? Omenapuun naapuriyhdistys (kuvitteellinen)",
            ],
            (await SentAbout(Appletree)).Select(mail => $"{mail.To.Shown}: {mail.Letter.Subject}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_mailed_weeks_after_the_question()
    {
        await _site.Visit();
        _site.Clock.Now = Site.Today + Duration.FromDays(366 + 30);
        await Ask(Site.Today + Duration.FromDays(366));

        await Letters.SendAll(Ct);

        Assert.Empty(await SentAbout(Appletree));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CardLetters Letters => _site.Services.GetRequiredService<CardLetters>();

    /// <summary>Those of a server that remembers nothing but what is in the database.</summary>
    private CardLetters AnotherServersLetters() => ActivatorUtilities.CreateInstance<CardLetters>(_site.Services);

    /// <summary>Asks as the process of time does.</summary>
    private async Task Ask(Instant at)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var stamp = new Stamp(new CommandId(new Guid(35, 0, 0, new byte[8])), SystemMember.Id, null, at);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<AskPartnersToConfirm>(new AskPartnersToConfirm(Here), stamp), Ct);
        await _site.Services.GetRequiredService<IViews>().WaitFor(Assert.IsType<Outcome.Done>(outcome).Position, Ct);
    }

    /// <summary>What was sent about a card, once nothing waits any more.</summary>
    private async Task<IEnumerable<OutgoingMail>> SentAbout(PartnerId partner)
    {
        while (await Waiting() > 0)
        {
            await _site.Services.GetRequiredService<OutboxRun>().SendDue(Ct);
            await Task.Yield();
        }
        return _post.Sent.Where(mail => mail.Letter.Text.Contains($"https://vuosikello.example/{Here}/partners/{partner}\n", StringComparison.Ordinal));
    }

    private async Task<int> Waiting()
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(Ct);
        return await db.Mails.CountAsync(Ct);
    }

    private sealed class Post : IMailTransport
    {
        public ConcurrentQueue<OutgoingMail> Sent { get; } = [];

        public Task Send(OutgoingMail mail, CancellationToken ct)
        {
            Sent.Enqueue(mail);
            return Task.CompletedTask;
        }
    }
}
