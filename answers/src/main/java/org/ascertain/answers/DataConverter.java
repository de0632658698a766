package org.ascertain.answers;

import java.nio.file.Path;
import org.ascertain.ledger.LedgerException;
import org.ascertain.postgres.DataPlace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --data} names: a folder, or a database, to which a folder belongs. */
public final class DataConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    try {
      return DataPlace.folder(value);
    } catch (LedgerException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
