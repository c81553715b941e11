namespace Vuosikello.Web.SignIn;

/// <summary>Where to go on after signing in or out.</summary>
internal static class LocalAddress
{
    /// <returns>The address when it is on this server, else the front page: nobody is sent elsewhere by a link that looks like ours.</returns>
    public static string Of(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    /// <summary>A page of ours with the way on.</summary>
    public static string With(string page, string? back) => Of(back) is var local && local == "/" ? page : $"{page}?return={Uri.EscapeDataString(local)}";
}
