using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Kit;

/// <summary>A mail server that remembers what it took, and fails when told to.</summary>
internal sealed class Post : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _taken = new();
    private int _tries;

    public IReadOnlyCollection<OutgoingMail> Taken => _taken;

    public int Tries => _tries;

    /// <summary>What it throws instead of taking a mail.</summary>
    public Exception? Failure { get; set; }

    public void Register(IServiceCollection services) => services.AddSingleton<IMailTransport>(this);

    public Task Send(OutgoingMail mail, CancellationToken ct)
    {
        Interlocked.Increment(ref _tries);
        if (Failure is not null) throw Failure;
        _taken.Enqueue(mail);
        return Task.CompletedTask;
    }
}

internal static class Somebody
{
    public static readonly MemberId Id = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f01"));

    public static EmailAddress At(string address) => EmailAddress.TryRead(address, out var read) ? read : throw new FormatException(address);

    /// <summary>Gives somebody an account.</summary>
    public static Task<Person> Person(this AccountsHouse house, string address, MemberId? id = null) =>
        house.Get<PersonsStore>().Add(id ?? Id, At(address), "Koe Henkilö", "fi", TestContext.Current.CancellationToken);
}
