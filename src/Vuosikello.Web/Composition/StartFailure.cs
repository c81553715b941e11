using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Vuosikello.Events;

namespace Vuosikello.Web.Composition;

/// <summary>What keeps the server from starting, said in one line with what to do, and as an exit code of the <c>sysexits</c> kind.</summary>
public static class StartFailure
{
    public const int None = 0;

    /// <summary>The stored log is damaged (EX_DATAERR).</summary>
    public const int Damaged = 65;

    /// <summary>The store cannot be used now: locked by another server, disk full (EX_UNAVAILABLE).</summary>
    public const int Unavailable = 69;

    /// <summary>A file or folder cannot be made or written, or the address is taken (EX_CANTCREAT).</summary>
    public const int CannotCreate = 73;

    /// <summary>A setting says what cannot be (EX_CONFIG).</summary>
    public const int WrongSetting = 78;

    /// <summary>True for failures that a person can mend without reading a stack trace.</summary>
    public static bool TryExplain(Exception failure, [NotNullWhen(true)] out string? message, out int code)
    {
        (message, code) = Innermost(failure) switch
        {
            StoreDamagedException e => (e.Message, Damaged),
            WrongSettingException e => (e.Message, WrongSetting),
            StoreUnavailableException e => (e.Message, Unavailable),
            UnauthorizedAccessException e => ($"{e.Message} Give the server's user the right to write there, or choose another folder with --DataFolder.", CannotCreate),
            IOException { InnerException: AddressInUseException } e => ($"{e.Message} Stop the program that listens there, or choose another address with --urls.", CannotCreate),
            IOException e => (e.Message, CannotCreate),
            SocketException e => ($"The server cannot listen on its address: {e.Message}. Choose another with --urls.", CannotCreate),
            _ => (null, None),
        };
        if (message is null) return false;
        message = $"vuosikello: {message.ReplaceLineEndings(" ")}";
        return true;
    }

    private static Exception Innermost(Exception failure)
    {
        for (var e = failure; ; e = e.InnerException)
        {
            if (e is StoreDamagedException or StoreUnavailableException or WrongSettingException or UnauthorizedAccessException || e.InnerException is null) return e;
            if (e is IOException && e.InnerException is not IOException) return e;
        }
    }
}
