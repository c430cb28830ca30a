/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "np-key-file.h"

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include "np-save.h"

/* What a guess at a passphrase costs: 16 MiB, and a good tenth of a second. */
#define SCRYPT_N 16384
#define SCRYPT_R 8
#define SCRYPT_P 8
#define SALT 16

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_SIG, X509_SIG_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PBE2PARAM, PBE2PARAM_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SCRYPT_PARAMS, SCRYPT_PARAMS_free)

/* ---- writing ---- */

/* What PKCS8_set0_pbe() is given belongs to its result. */
static X509_SIG *
encrypt (PKCS8_PRIV_KEY_INFO *plain, const NpSecret *passphrase)
{
  guint8 salt[SALT];
  X509_ALGOR *way = RAND_bytes (salt, sizeof salt) != 1
                        ? NULL
                        : PKCS5_pbe2_set_scrypt (EVP_aes_256_cbc (), salt, sizeof salt, NULL, SCRYPT_N, SCRYPT_R, SCRYPT_P);
  X509_SIG *encrypted = way == NULL ? NULL
                                    : PKCS8_set0_pbe (np_secret_bytes (passphrase), (int) np_secret_length (passphrase),
                                                      plain, way);

  if (encrypted == NULL)
    X509_ALGOR_free (way);
  return encrypted;
}

static gboolean
write_pem (BIO *pem, const NpKey *key, const NpSecret *passphrase)
{
  g_autoptr (PKCS8_PRIV_KEY_INFO) plain = EVP_PKEY2PKCS8 (np_key_pair (key));
  g_autoptr (X509_SIG) encrypted = NULL;

  if (plain == NULL)
    return FALSE;
  if (passphrase == NULL)
    return PEM_write_bio_PKCS8_PRIV_KEY_INFO (pem, plain) == 1;
  encrypted = encrypt (plain, passphrase);
  return encrypted != NULL && PEM_write_bio_PKCS8 (pem, encrypted) == 1;
}

/**
 * np_key_file_save:
 * @path: (type filename): a name that is free; its folders are made
 * @key: a pair
 * @passphrase: (nullable): encrypts the file
 * @error: return location for an error of #NP_SAVE_ERROR or #NP_SEAL_ERROR
 *
 * Saves a key as a new file, durably.
 *
 * Returns: whether it was saved
 */
gboolean
np_key_file_save (const char *path, const NpKey *key, const NpSecret *passphrase, GError **error)
{
  g_autoptr (BIO) pem = BIO_new (BIO_s_secmem ());
  char *bytes = NULL;
  long length;

  g_return_val_if_fail (path != NULL && key != NULL, FALSE);

  if (pem == NULL || !write_pem (pem, key, passphrase))
    {
      np_seal_error_library (error);
      return FALSE;
    }
  length = BIO_get_mem_data (pem, &bytes);
  return np_save_new (path, bytes, (gsize) length, error);
}

/* ---- reading ---- */

static NpKey *
refuse_form (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  np_seal_error_library (NULL);
  /* Translators: %s is the path of a file */
  g_set_error (error, NP_SEAL_ERROR, NP_SEAL_ERROR_FORM, _("%s: this is not a key file of Needlepoint"), name);
  return NULL;
}

static gboolean
is_our_scrypt (const X509_ALGOR *function)
{
  g_autoptr (SCRYPT_PARAMS) scrypt = NULL;

  if (OBJ_obj2nid (function->algorithm) != NID_id_scrypt)
    return FALSE;
  scrypt = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (SCRYPT_PARAMS), function->parameter);
  return scrypt != NULL && ASN1_INTEGER_get (scrypt->costParameter) == SCRYPT_N
         && ASN1_INTEGER_get (scrypt->blockSize) == SCRYPT_R
         && ASN1_INTEGER_get (scrypt->parallelizationParameter) == SCRYPT_P;
}

/* A file that asks for another way could keep the desk busy for hours. */
static gboolean
is_our_way (const X509_SIG *encrypted)
{
  const X509_ALGOR *way = NULL;
  g_autoptr (PBE2PARAM) pbe2 = NULL;

  X509_SIG_get0 (encrypted, &way, NULL);
  if (OBJ_obj2nid (way->algorithm) != NID_pbes2)
    return FALSE;
  pbe2 = ASN1_TYPE_unpack_sequence (ASN1_ITEM_rptr (PBE2PARAM), way->parameter);
  return pbe2 != NULL && is_our_scrypt (pbe2->keyfunc)
         && OBJ_obj2nid (pbe2->encryption->algorithm) == NID_aes_256_cbc;
}

static NpKey *
open_encrypted (BIO *pem, const char *path, const NpSecret *passphrase, GError **error)
{
  g_autoptr (X509_SIG) encrypted = PEM_read_bio_PKCS8 (pem, NULL, NULL, NULL);
  g_autoptr (PKCS8_PRIV_KEY_INFO) plain = NULL;

  if (encrypted == NULL || !is_our_way (encrypted))
    return refuse_form (path, error);
  plain = PKCS8_decrypt (encrypted, np_secret_bytes (passphrase), (int) np_secret_length (passphrase));
  if (plain != NULL)
    return np_key_take (EVP_PKCS82PKEY (plain), error);
  np_seal_error_library (NULL);
  g_set_error_literal (error, NP_SEAL_ERROR, NP_SEAL_ERROR_PASSPHRASE, _("This passphrase does not open the key."));
  return NULL;
}

static NpKey *
open_plain (BIO *pem, const char *path, GError **error)
{
  g_autoptr (PKCS8_PRIV_KEY_INFO) plain = PEM_read_bio_PKCS8_PRIV_KEY_INFO (pem, NULL, NULL, NULL);

  return plain == NULL ? refuse_form (path, error) : np_key_take (EVP_PKCS82PKEY (plain), error);
}

/**
 * np_key_file_open:
 * @path: (type filename): a file that np_key_file_save() made
 * @passphrase: (nullable): what encrypts it; %NULL for one that is not encrypted
 * @error: return location for an error of #G_IO_ERROR or #NP_SEAL_ERROR
 *
 * Returns: (transfer full) (nullable): the pair; %NULL with %NP_SEAL_ERROR_PASSPHRASE where only the passphrase is wrong
 */
NpKey *
np_key_file_open (const char *path, const NpSecret *passphrase, GError **error)
{
  g_autoptr (NpSecret) bytes = np_secret_read_file (path, error);
  g_autoptr (BIO) pem = NULL;

  if (bytes == NULL)
    return NULL;
  pem = BIO_new_mem_buf (np_secret_bytes (bytes), (int) np_secret_length (bytes));
  return passphrase != NULL ? open_encrypted (pem, path, passphrase, error) : open_plain (pem, path, error);
}
