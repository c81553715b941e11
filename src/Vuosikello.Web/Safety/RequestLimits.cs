using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Vuosikello.Web.Safety;

/// <summary>How much a request may be. Files have limits of their own, at their endpoints.</summary>
internal static class RequestLimits
{
    /// <summary>Octets of a form or of JSON; the longest agreement with all its clauses, percent-encoded, is well below.</summary>
    public const int Body = 4 * 1024 * 1024;

    /// <summary>Octets of a request's headers together: cookies are the most of it.</summary>
    public const int Headers = 16 * 1024;

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = Body;
        server.Limits.MaxRequestHeadersTotalSize = Headers;
    }
}
