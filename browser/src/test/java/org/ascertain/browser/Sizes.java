package org.ascertain.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many bytes of script and styles a page loads, as they come over the wire. */
final class Sizes {

  /** By file, for the view that an address shows. */
  static Map<String, Integer> of(Page page, String address) {
    Map<String, String> asked = new HashMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    CDPSession session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.on(
        "Network.responseReceived",
        event -> {
          String type = event.get("type").getAsString();
          String url = event.getAsJsonObject("response").get("url").getAsString();
          if (type.equals("Script") || type.equals("Stylesheet"))
            asked.put(id(event), url.substring(url.lastIndexOf('/') + 1));
        });
    session.on(
        "Network.loadingFinished",
        event -> {
          if (asked.containsKey(id(event)))
            sizes.put(asked.get(id(event)), event.get("encodedDataLength").getAsInt());
        });
    page.navigate(address);
    page.waitForSelector(".strip");
    return sizes;
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }

  private Sizes() {}
}
