using System.Net.Http.Headers;
using System.Text;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>A user of the server. Its text is the name alone, so that no log ever tells the password.</summary>
public sealed record Credentials(string User, string Password)
{
    internal AuthenticationHeaderValue Header => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));

    public override string ToString() => User;
}
