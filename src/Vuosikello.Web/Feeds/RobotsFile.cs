namespace Vuosikello.Web.Feeds;

/// <summary>Lets everybody read the public pages and feeds: Google Calendar does not fetch a feed that it says no to.</summary>
internal static class RobotsFile
{
    private static readonly byte[] Text = "User-agent: *\nAllow: /feeds/\nDisallow: /api/\nDisallow: /sign-in\n"u8.ToArray();

    public static async Task Answer(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = Text.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(Text, context.RequestAborted);
    }
}
