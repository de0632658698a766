package org.ascertain.answers;

import java.io.PrintWriter;

/** An answer that people and programs can be given. */
public interface InTwoForms {

  /** For people to read. */
  void print(PrintWriter out, TextLayout layout);

  /** For programs. */
  String json();
}
