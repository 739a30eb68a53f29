-- Whose voice it is may become known later, such as that of goods that came without a paper; everything else stays as it was heard.
grant update (customer_id) on voice.voice to ${app};
