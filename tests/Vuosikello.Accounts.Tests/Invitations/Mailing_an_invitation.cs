using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Invitations;

public abstract class Mailing_an_invitation(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private const string Address = "Kutsuttu+1@Esimerkki.example";
    private static readonly InvitationId Invitation = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f11"));
    private static readonly PartnershipId Partnership = new("kuuma-seutu");
    private readonly Post _post = new();

    private static Task Send(AccountsHouse house, int days = 14) => house.Get<InvitationMails>().Send(
        Invitation, Partnership, Somebody.At(Address), "sv", new("Kutsu", "Tervetuloa."), Duration.FromDays(days), house.Clock.Now + Duration.FromDays(days), Ct);

    private static Task<SentInvitation?> State(AccountsHouse house) => house.Get<InvitationMails>().Of(Partnership, Invitation, Ct);

    [Fact]
    public async Task It_waits_and_then_is_sent_to_the_address_as_it_was_given()
    {
        var house = await MigratedHouse(_post.Register);
        await Send(house);
        await Send(house);
        Assert.Equal(new("Kutsuttu+1@esimerkki.example", "sv", InvitationMailState.Waits, null), await State(house));

        await house.Get<OutboxRun>().SendDue(Ct);

        Assert.Equal(new("Kutsuttu+1@esimerkki.example", "sv", InvitationMailState.Sent, house.Clock.Now), await State(house));
        Assert.Equal("Kutsuttu+1@esimerkki.example", Assert.Single(_post.Taken).To.Sent);
    }

    [Fact]
    public async Task One_that_is_refused_or_tried_in_vain_for_three_days_is_given_up()
    {
        var house = await MigratedHouse(_post.Register);
        _post.Failure = new IOException("The line is down.");
        await Send(house);
        var end = house.Clock.Now + InvitationMails.Tried;
        while (await house.Get<OutboxRun>().SendDue(Ct) is { } next && next < end) house.Clock.Now = next;
        Assert.Equal(InvitationMailState.Waits, (await State(house))?.State);
        house.Clock.Now = end;
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Equal(InvitationMailState.GivenUp, (await State(house))?.State);

        await house.Get<InvitationMails>().Forget(Invitation, Ct);
        _post.Failure = new MailRefusedException("The mail server answered 550.");
        await Send(house);
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Equal(InvitationMailState.GivenUp, (await State(house))?.State);
    }

    [Fact]
    public async Task Taken_back_it_is_not_sent_and_its_address_is_forgotten()
    {
        var house = await MigratedHouse(_post.Register);
        await Send(house);

        await house.Get<InvitationMails>().Forget(Invitation, Ct);
        await house.Get<OutboxRun>().SendDue(Ct);

        Assert.Empty(_post.Taken);
        Assert.Null(await State(house));
    }

    [Fact]
    public async Task Its_address_goes_thirty_days_after_it_expired()
    {
        var house = await MigratedHouse(_post.Register);
        await Send(house);

        house.Clock.Pass(Duration.FromDays(44) - Duration.FromMilliseconds(1));
        await house.Sweep();
        Assert.NotNull(await State(house));
        house.Clock.Pass(Duration.FromMilliseconds(1));
        await house.Sweep();

        Assert.Null(await State(house));
    }

    [Fact]
    public async Task With_it_at_hand_whoever_reads_the_mail_of_an_address_gets_an_account_and_without_it_nobody_does()
    {
        var house = await MigratedHouse(_post.Register);
        const string browser = "a browser's secret";
        string? secret = null;
        await house.Get<AskForLink>().Ask(Somebody.At(Address), browser, (s, _) => new("Linkki", secret = s), Ct);
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Empty(_post.Taken);
        Assert.Null(await house.Get<UseLink>().ByLink(secret!, browser, Ct));

        await house.Get<AskForLink>().Ask(Somebody.At(Address), browser, (s, _) => new("Linkki", secret = s), Ct, joinsIn: "sv");
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Single(_post.Taken);
        var member = await house.Get<UseLink>().ByLink(secret!, browser, Ct, isInvited: true);

        var person = await house.Get<PersonsStore>().Find(Somebody.At(Address), Ct);
        Assert.Equal((member?.Value, "sv", ""), (person?.Id, person!.Language, person.Name));
        var noted = Assert.Single(await house.Get<AuditTrail>().Read(new([AuditKind.AccountMade.Name], null, null, null), 2, Ct));
        Assert.Equal((member?.Value, "invitation"), (noted.By, noted.What));
    }

    [Fact]
    public async Task Taken_or_taken_back_between_the_mail_and_its_link_it_gives_nobody_an_account()
    {
        var house = await MigratedHouse(_post.Register);
        string? secret = null, code = null;
        foreach (bool byCode in new[] { false, true })
        {
            await house.Get<AskForLink>().Ask(Somebody.At(Address), "browser", (s, c) =>
            {
                (secret, code) = (s, c);
                return new("Linkki", s);
            }, Ct, joinsIn: "sv");
            Assert.Null(byCode ? await house.Get<UseLink>().ByCode(code!, "browser", Ct) : await house.Get<UseLink>().ByLink(secret!, "browser", Ct));
        }
        Assert.Null(await house.Get<PersonsStore>().Find(Somebody.At(Address), Ct));
    }
}

public sealed class Mailing_an_invitation_from_a_file() : Mailing_an_invitation(new InAFile());

public sealed class Mailing_an_invitation_from_PostgreSQL(PostgresServer server) : Mailing_an_invitation(new OnPostgres(server));
