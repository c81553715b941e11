using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Tests.Kit;

namespace Vuosikello.Accounts.Tests.Mail;

public abstract class Sending_what_waits(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly Letter Letter = new("Kutsu", "Tervetuloa mukaan, åter välkommen.");
    private readonly Post _post = new();

    private static Task Send(AccountsHouse house) => house.Get<Outbox>().Send(Somebody.At("henkilo@esimerkki.example"), "test", Letter, Duration.FromDays(2), Ct);

    private static async Task<int> Waiting(AccountsHouse house)
    {
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        return await db.Mails.CountAsync(Ct);
    }

    [Fact]
    public async Task What_was_sent_is_gone_from_the_database()
    {
        var house = await MigratedHouse(_post.Register);
        await Send(house);

        await house.Get<OutboxRun>().SendDue(Ct);

        Assert.Equal(Letter, _post.Taken.Single().Letter);
        Assert.Equal(0, await Waiting(house));
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again_later_and_later()
    {
        var house = await MigratedHouse(_post.Register);
        _post.Failure = new SmtpException(SmtpStatusCode.ServiceNotAvailable);
        await Send(house);

        var first = await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Equal(Duration.FromSeconds(30), first - house.Clock.Now);
        house.Clock.Now = first!.Value;
        var second = await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Equal(Duration.FromSeconds(60), second - house.Clock.Now);
        Assert.Equal(4, _post.Tries);

        _post.Failure = null;
        house.Clock.Now = second!.Value;
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Single(_post.Taken);
    }

    [Fact]
    public async Task It_is_tried_until_its_time_is_over_and_then_dropped()
    {
        var house = await MigratedHouse(_post.Register);
        _post.Failure = new IOException("The line is down.");
        await Send(house);
        var end = house.Clock.Now + Duration.FromDays(2);

        while (await house.Get<OutboxRun>().SendDue(Ct) is { } next && next < end) house.Clock.Now = next;
        Assert.Equal(1, await Waiting(house));
        house.Clock.Now = end;
        Assert.Null(await house.Get<OutboxRun>().SendDue(Ct));

        Assert.Equal(0, await Waiting(house));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_tried_once()
    {
        var house = await MigratedHouse(_post.Register);
        _post.Failure = new MailRefusedException("The mail server answered 550.");
        await Send(house);

        Assert.Null(await house.Get<OutboxRun>().SendDue(Ct));

        Assert.Equal(1, _post.Tries);
        Assert.Equal(0, await Waiting(house));
    }

    [Fact]
    public async Task Two_servers_send_each_mail_once()
    {
        var (one, other) = (await MigratedHouse(_post.Register), House(_post.Register));
        for (int i = 0; i < 30; i++) await Send(one);

        await Task.WhenAll(Task.Run(() => one.Get<OutboxRun>().SendDue(Ct), Ct), Task.Run(() => other.Get<OutboxRun>().SendDue(Ct), Ct));

        Assert.Equal(30, _post.Taken.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(30, _post.Taken.Count);
    }
}

public sealed class Sending_from_a_file() : Sending_what_waits(new InAFile());

public sealed class Sending_from_PostgreSQL(PostgresServer server) : Sending_what_waits(new OnPostgres(server));
